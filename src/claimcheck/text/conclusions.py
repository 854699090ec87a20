"""The author's own conclusion at the end of a takeaway: "…, signalling that the broader battle is far from settled"."""

import re

_OPENING = re.compile(
    r"""(?:,|;|\s[-–—]{1,2}|—)\s+(?:thereby\s|thus\s|in\s(?:turn|effect)\s|clearly\s)?(?:
      signal(?:l)?ing|suggesting|underscoring|underlining|highlighting|illustrating|demonstrating|reflecting|indicating|showing|proving
    | cementing|confirming|exposing|emphasi[sz]ing|casting\sdoubt|raising\s(?:fresh\s|new\s|serious\s)?(?:questions|doubts|fears|concerns|hopes)
    | marking\s(?:a|an|the)\s(?:shift|turning|change|departure|milestone|new|end|beginning)|setting\sthe\sstage|paving\sthe\sway
    | leaving\s(?:little|no)\sdoubt|making\sit\sclear|in\s(?:a|what\sis\sa)\ssign|a\s(?:clear\s|further\s)?(?:sign|signal|reminder|warning|testament|blow\sto)
    | which\s(?:shows|suggests|signals|proves|means|underlines|underscores|illustrates)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
LEAST_WORDS = 4
"""Words of a conclusion: fewer conclude nothing."""


def find_conclusion(text: str) -> tuple[int, int] | None:
    """Find what a text ends in, if it reads like a conclusion: offsets without the punctuation around it."""
    openings = list(_OPENING.finditer(text))
    if not openings:
        return None
    last = openings[-1]
    start = last.end() - len(last[0].lstrip(",;-–— \n\t"))
    end = len(text.rstrip(" .!\n\t"))
    rest = text[start:end]
    if len(rest.split()) < LEAST_WORDS or re.search(r"[.!?]\s+[A-Z]", rest):
        return None
    return start, end
