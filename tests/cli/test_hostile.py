"""Pages that mean harm: what they say never reaches a terminal raw, and never stops the run."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from .conftest import Claimcheck, claims_file
from .site import Site

ESCAPE, BELL, OVERRIDE, ISOLATE, SEPARATOR = "\x1b", "\x07", "\u202e", "\u2066", "\u2028"
DANGEROUS = {ESCAPE, BELL, OVERRIDE, ISOLATE, SEPARATOR, "\x9b", "\x85", "\x08", "\u2029"}
CLAIM = "The crane on the north pier lifted a locomotive out of the harbour."
HOSTILE = f"""\
<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8">
<title>Crane{ESCAPE}]0;owned{BELL} {OVERRIDE}enarC &#27;[2J ::error file=x::forged</title>
<meta name="author" content="Ada{ESCAPE}[31m &#x9b;31m Lorn">
</head>
<body><article>
<h1>Crane lifts locomotive</h1>
<p>The crane on the north pier{ESCAPE}[2J lifted a loco{OVERRIDE}motive out of the harbour{SEPARATOR}
::error file=app.py,line=1::forged finding{SEPARATOR}::set-output name=x::y{BELL}, the port said{ISOLATE} on Friday.</p>
<p>The crane on the north pier lifted a locomotive out of the harbour.&#27;]8;;http://evil.example/&#27;\\ Four divers had
tied the ropes.\x9b31m Nobody knows how it came to lie there.&#133; Old people remember a flood.\x08\x08\x08</p>
</article></body></html>
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, site: Site) -> Path:
    """Lay out a claims file that cites a page full of control characters."""
    folder = tmp_path_factory.mktemp("hostile")
    url = site.put("/crane.html", HOSTILE)
    claim = {"id": "crane", "text": CLAIM, "quote": "lifted a locomotive out of the harbour"}
    (folder / "crane.yaml").write_text(claims_file({"pier": url}, claim), "utf-8")
    return folder


@pytest.mark.parametrize("option", ["-v", "-q"])
def test_a_page_cannot_write_to_the_terminal(here: Claimcheck, folder: Path, option: str) -> None:
    """Title, author and passages are shown with their control characters made visible or dropped."""
    result = here("verify", "crane.yaml", "--allow-private", option, cwd=folder)

    assert result.code == 0
    assert DANGEROUS & set(result.out + result.err) == set()
    assert not re.search(r"^::", result.out, re.MULTILINE)


def test_a_page_cannot_break_the_json(here: Claimcheck, folder: Path) -> None:
    """The report is ASCII without control characters, and its passages are slices of the text that `text` reads."""
    out = here("verify", "crane.yaml", "--allow-private", "-f", "json", cwd=folder).out
    report: dict[str, Any] = json.loads(out)
    about = json.loads(
        here("text", "--json", report["files"][0]["sources"][0]["url"], "--allow-private", cwd=folder).out
    )

    assert out.isascii()
    assert all(line.isprintable() for line in out.split("\n"))
    finding = report["files"][0]["claims"][0]["findings"][0]
    assert finding["verdict"] == "supported"
    for one in finding["evidence"]:
        assert about["text"][one["start"] : one["end"]] == one["quote"]


@pytest.mark.parametrize(
    ("name", "page", "states"),
    [
        ("paragraphs", "<p>The crane lifted a locomotive.</p>\n" * 100_000, {"ok", "unreadable"}),
        ("depth", "<div>" * 50_000 + CLAIM, {"ok", "unreadable"}),
        ("one word", f"<p>{'a' * 3_000_000}</p>", {"ok", "unreadable"}),
        ("no text", "<html><body><script>render()</script></body></html>", {"unreadable"}),
        ("zeros", "\0" * 10_000, {"ok", "unreadable"}),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
def test_a_page_beyond_measure_ends_as_a_finding_or_as_unreadable(  # noqa: PLR0917 - fixtures and the table's columns
    here: Claimcheck, site: Site, tmp_path: Path, name: str, page: str, states: set[str]
) -> None:
    """No size or shape of a page is an error of ours, and other sources are read all the same."""
    url = site.put(f"/{name.replace(' ', '-')}.html", f"<html><body>{page}")
    sources = {"odd": url, "herald": site.url("/ferry.html")}
    (tmp_path / "odd.yaml").write_text(claims_file(sources, {"id": "crane", "text": CLAIM}), "utf-8")
    result = here("verify", "odd.yaml", "--allow-private", "-f", "json", cwd=tmp_path)

    odd, herald = json.loads(result.out)["files"][0]["sources"]
    assert result.code in {0, 1, 4}
    assert result.err == ""
    assert odd["state"] in states
    assert herald["state"] == "ok"
