"""A sentence cut into the parts that can be true one without the other. No tagger is needed for it."""

import re

from claimcheck.text.words import split_words

_CUT = re.compile(
    r"""(?<!\d)[,;:](?=\s) | (?<=\d),(?=\s(?!\d{3}\b)) | [()\[\]] | \s[-–—]{1,2}\s | —
      | \b(?:while|although|though|because|after|before|when|where|which|who|whose|since|unless|until|whereas
           |despite|amid|following|including|signal?ling|making|leaving|and|but|or|nor
      |und|aber|während|nachdem|weil|wobei|et|mais|tandis|alors|y|pero|mientras|mas|enquanto|ma|mentre|maar|terwijl|nadat)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def split_parts(text: str, language: str = "en") -> list[tuple[int, int]]:
    """List the parts of a sentence as (start, end): cut at punctuation, subordinators and conjunctions.

    A piece with fewer than two content words is no part: it goes with the one before it, so that "Tom and Jerry"
    and "bread, butter and jam" stay whole.
    """
    edges = [0, *(match.start() for match in _CUT.finditer(text))]
    pieces = [(start, end) for start, end in zip(edges, [*edges[1:], len(text)], strict=True) if start < end]
    parts: list[tuple[int, int]] = []
    for start, end in pieces:
        small = _is_small(text, (start, end), language)
        if parts and (small or _is_small(text, parts[-1], language)):
            parts[-1] = parts[-1][0], end
        else:
            parts.append((start, end))
    return parts or [(0, len(text))]


def _is_small(text: str, part: tuple[int, int], language: str) -> bool:
    return sum(bool(word.key) for word in split_words(text, *part, language)) < 2
