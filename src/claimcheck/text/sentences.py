"""Sentences of a text, with offsets: `text[start:end]` is always the verbatim sentence."""

from collections.abc import Iterator

from sentencex import get_sentence_boundaries

_STRETCH = 20_000
"""Characters of a line that are cut at a time: unclosed quotation marks cost the square of what is looked at."""

LONGEST = 1200
"""Characters after which a sentence is cut at a blank: a run-on list or a page of one word is no sentence."""


def split_sentences(
    text: str, start: int = 0, end: int | None = None, language: str = "en"
) -> list[tuple[int, int]]:
    """List the sentences of every line of `text[start:end]` as (start, end) in `text`, without the blanks around them.

    A line is a paragraph, a heading, a list item or a table row, as the extraction writes them: no sentence
    reaches over its end.
    """
    sentences: list[tuple[int, int]] = []
    offset = start
    for line in text[start:end].split("\n"):
        if line:
            for first, last in _bounds(line, language):
                sentences.extend(_trimmed(text, offset + first, offset + last))
        offset += len(line) + 1
    return sentences


def _bounds(line: str, language: str) -> Iterator[tuple[int, int]]:
    if len(line) <= 30:
        yield 0, len(line)
        return
    start = 0
    while start < len(line):
        stretch = line[start : start + _STRETCH]
        bounds = [
            (one["start_index"], one["end_index"]) for one in get_sentence_boundaries(language, stretch)
        ]
        if len(bounds) > 1 and start + len(stretch) < len(line):
            del bounds[-1]  # it goes on beyond the stretch, so the next one begins with it
        yield from ((start + first, start + last) for first, last in bounds)
        start += (bounds[-1][1] if bounds else 0) or len(stretch)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
