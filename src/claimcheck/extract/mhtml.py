"""A page that a browser saved with its pictures in one file (MHTML): the page itself, as its server had sent it."""

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser
from itertools import islice, pairwise

from claimcheck.extract.body import Body, Unreadable
from claimcheck.extract.sniff import HTML, MHTML, type_of
from claimcheck.model import Reason
from claimcheck.urls import is_http_url

_LONGEST_HEADER = 65_536
"""Bytes of one header; a browser writes a few hundred."""
_MOST_PARTS = 5000
"""Of one message; a page has some hundred pictures and styles."""
_DEEPEST = 3
"""Messages within messages: the forms of a text, within a page with its pictures."""
_BLANK_LINE = re.compile(rb"\r?\n[ \t]*\r?\n|\r\r")
_LINE_END = re.compile(rb"[ \t]*(?:\r?\n|\r)")


class _BrokenError(Exception):
    """The file is not what it says; the message completes the sentence "The saved page …"."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A message, or a part of one."""

    header: Message
    content: bytes
    is_whole: bool
    """The mark that ends it is there."""

    @property
    def type(self) -> str:
        return self.header.get_content_type()

    def told(self, name: str) -> str:
        """Give a line of the header, empty where it is absent."""
        return str(self.header.get(name) or "").strip()


def read_mhtml(body: Body) -> Body | Unreadable:
    """Give the page that an MHTML file holds, with its own address and encoding."""
    try:
        return _page(body)
    except _BrokenError as error:
        return Unreadable(Reason.DAMAGED, f"The saved page (MHTML) {error}.")


def _page(body: Body) -> Body:
    message = _part(body.content.removeprefix(b"\xef\xbb\xbf").lstrip(), is_whole=True)
    place = message.told("Snapshot-Content-Location")
    root = _root(message, place, _DEEPEST)
    if root is None:
        raise _BrokenError("holds no HTML")
    if not root.is_whole:
        raise _BrokenError("breaks off in the middle of its text")
    url = next(filter(is_http_url, (root.told("Content-Location"), place)), body.url)
    page = Body(_decoded(root), root.type, root.header.get_content_charset(), url)
    if type_of(page) == MHTML:
        raise _BrokenError("holds another saved page")
    return page


def _root(part: _Part, place: str, depth: int) -> _Part | None:
    """Find the page among the parts: the one that the header names, else the first that is HTML."""
    if part.type in HTML:
        return part
    if depth == 0 or part.header.get_content_maintype() != "multipart":
        return None
    start = str(part.header.get_param("start") or "")
    parts = sorted(
        _parts(part),
        key=lambda one: (
            not start or one.told("Content-ID") != start,
            not place or one.told("Content-Location") != place,
        ),
    )
    return next((found for one in parts if (found := _root(one, place, depth - 1))), None)


def _parts(message: _Part) -> Iterator[_Part]:
    boundary = message.header.get_boundary()
    if not boundary:
        raise _BrokenError("does not say where its parts begin")
    # the line's end belongs to the mark that follows it
    mark = re.compile(
        rb"(?:\A|\r?\n|\r)--" + re.escape(boundary.encode("ascii", "replace")) + rb"(--)?[ \t]*(?=[\r\n]|\Z)"
    )
    marks = list(islice(mark.finditer(message.content), _MOST_PARTS + 1))
    if not marks:
        raise _BrokenError("has no parts")
    if len(marks) > _MOST_PARTS:
        raise _BrokenError(f"has more than {_MOST_PARTS:,} parts")
    for before, after in pairwise([*marks, None]):
        if before is None or before[1]:
            return
        end = after.start() if after else len(message.content)
        yield _part(_without_line_end(message.content[before.end() : end]), is_whole=after is not None)


def _without_line_end(content: bytes) -> bytes:
    found = _LINE_END.match(content)
    return content[found.end() :] if found else content


def _part(content: bytes, *, is_whole: bool) -> _Part:
    """Part a message into its header and what follows the blank line."""
    if _LINE_END.match(content):  # no header at all
        return _Part(Message(), _without_line_end(content), is_whole)
    end = _BLANK_LINE.search(content, 0, _LONGEST_HEADER)
    if end is None and len(content) >= _LONGEST_HEADER:
        raise _BrokenError("has a header without an end")
    header = content[: end.start()] if end else content
    return _Part(BytesHeaderParser().parsebytes(header), content[end.end() :] if end else b"", is_whole)


def _decoded(part: _Part) -> bytes:
    """Undo the transfer encoding."""
    coding = part.told("Content-Transfer-Encoding").lower()
    match coding:
        case "quoted-printable":
            return quopri.decodestring(part.content)
        case "base64":
            try:
                return binascii.a2b_base64(part.content)
            except binascii.Error:
                raise _BrokenError("has a text that is no base64") from None
        case "" | "7bit" | "8bit" | "binary":
            return part.content
        case _:
            raise _BrokenError(f"has a text in the unknown encoding {coding[:40]!r}")
