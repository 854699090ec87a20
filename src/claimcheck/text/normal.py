"""A text without the differences that no reader sees, and the way back to the offsets of the original."""

import re
import unicodedata
from dataclasses import dataclass

_FOLDED = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u061c", ""),
        "…": "...",
    }
)

_PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*(?![^\x00-\x7f])")
"""Words of ASCII with single blanks between them, up to what may combine with their last character: only their case is folded."""


@dataclass(frozen=True, slots=True)
class Normalised:
    """`text` with every character's place in the original: `starts[i]` and `ends[i]` bound what `text[i]` came from."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Map a non-empty span of the normalised text to offsets in the original."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> str:
    """Fold case, compatibility forms, quotes, dashes and blanks; folding twice changes nothing more."""
    return normalise(text).text


def normalise(text: str) -> Normalised:
    """Fold a text and keep the offsets; runs of blanks become one, those at the ends go."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    index = 0
    while index < len(text):
        plain = _PLAIN.match(text, index)
        if plain:  # character by character a long page takes seconds
            after = plain.end()
            pieces.append(plain[0].lower().replace("`", "'"))
            starts.extend(range(index, after))
            ends.extend(range(index + 1, after + 1))
            index = after
            continue
        after = index + 1
        while after < len(text) and unicodedata.combining(text[after]):
            after += 1
        for character in _fold_cluster(text[index:after]):
            if character == " " and (not pieces or pieces[-1] == " "):
                continue
            pieces.append(character)
            starts.append(index)
            ends.append(after)
        index = after
    if pieces and pieces[-1] == " ":
        del pieces[-1], starts[-1], ends[-1]
    return Normalised("".join(pieces), tuple(starts), tuple(ends))


def _fold_cluster(cluster: str) -> str:
    if cluster.isascii() and cluster.isalnum():
        return cluster.lower()
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", cluster).casefold()).translate(
        _FOLDED
    )
    return "".join(" " if character.isspace() else character for character in folded)
