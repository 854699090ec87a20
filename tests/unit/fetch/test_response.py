"""What a snapshot says of its headers."""

from datetime import UTC, datetime

import pytest

from claimcheck.fetch.response import Snapshot

NOON = datetime(2026, 6, 19, 12, tzinfo=UTC)


def answer(*headers: tuple[str, str]) -> Snapshot:
    return Snapshot("https://a.test/", "https://a.test/", 200, b"body", NOON, headers)


@pytest.mark.parametrize(
    ("header", "content_type", "charset"),
    [
        ("text/html", "text/html", None),
        ("Text/HTML; Charset=UTF-8", "text/html", "utf-8"),
        (' text/html ; charset = "windows-1252" ', "text/html", "windows-1252"),
        ("text/plain;format=flowed;charset='koi8-r'", "text/plain", "koi8-r"),
        ("application/xhtml+xml, text/html", "application/xhtml+xml", None),
        ("charset=utf-8", None, None),
        ("; charset=utf-8", None, "utf-8"),
        ("html", None, None),
        ("", None, None),
    ],
)
def test_the_content_type_is_split(header: str, content_type: str | None, charset: str | None) -> None:
    """Media type and charset come in lower case and without quotes; nonsense is nothing."""
    snapshot = answer(("content-type", header))
    assert (snapshot.content_type, snapshot.charset) == (content_type, charset)


def test_a_header_that_comes_twice_is_joined() -> None:
    """As HTTP reads it; an absent one is `None`."""
    snapshot = answer(("x-robots-tag", "noindex"), ("x-robots-tag", "noarchive"))
    assert snapshot.header("x-robots-tag") == "noindex, noarchive"
    assert snapshot.header("retry-after") is None
    assert snapshot.content_type is None


def test_the_body_stays_out_of_the_representation() -> None:
    """Twenty megabytes in a traceback help nobody."""
    assert "body" not in repr(answer())
