"""What a file of this folder holds: one answer of a server, and what is to be made of it.

A file begins with `# expect: STATE [REASON] [WARNING…]`; then come the exchanges that lead to the page, each a GET line,
a status line and headers, the last one with its body.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from claimcheck.extract.body import Body
from claimcheck.recognise.sight import Visit

PAGES = sorted(Path(__file__).parent.glob("*/*.http"))
_CHARSET = re.compile(r"charset\s*=\s*([\w-]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Answer:
    """What a file holds."""

    expected: frozenset[str]
    visit: Visit
    body: Body


def read_answer(path: Path) -> Answer:
    """Read a file of this folder."""
    text = path.read_text("utf-8")
    expected = re.search(r"^# expect: (.*)$", text, re.MULTILINE)
    assert expected, path
    rest = text[text.index("\nGET ") + 1 :]
    passed: list[str] = []
    while True:
        head, _, rest = rest.partition("\n\n")
        request, status, *headers = head.split("\n")
        passed.append(request.removeprefix("GET ").strip())
        code = int(status.split()[1])
        if not 300 <= code < 400:
            break
        rest = rest.lstrip("\n")
    pairs = tuple(
        (name.strip().lower(), value.strip()) for name, _, value in (one.partition(":") for one in headers)
    )
    visit = Visit(passed[0], passed[-1], code, tuple(passed[1:]), pairs)
    content_type = visit.header("content-type")
    charset = "utf-8" if _CHARSET.search(content_type) else None
    media_type = content_type.partition(";")[0].strip().lower() or None
    body = Body(rest.encode(), media_type, charset, visit.final_url)
    return Answer(frozenset(expected[1].split()), visit, body)
