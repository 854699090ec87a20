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
    sources = {
        "pier": site.put("/crane.html", HOSTILE),
        "log": site.put(
            "/crane.txt", re.sub("<[^>]*>", "", HOSTILE), content_type="text/plain; charset=utf-8"
        ),
    }
    claim = {"id": "crane", "text": CLAIM, "quote": "lifted a locomotive out of the harbour"}
    (folder / "crane.yaml").write_text(claims_file(sources, claim), "utf-8")
    return folder


@pytest.mark.parametrize("option", ["-v", "-q"])
def test_a_page_cannot_write_to_the_terminal(here: Claimcheck, folder: Path, option: str) -> None:
    """Title, author and passages are shown with their control characters made visible or dropped."""
    result = here("verify", "crane.yaml", "--allow-private", option, cwd=folder)

    assert result.code == 0
    assert DANGEROUS & set(result.out + result.err) == set()
    assert not re.search(r"^::", result.out, re.MULTILINE)


def test_a_page_cannot_break_the_json(here: Claimcheck, folder: Path) -> None:
    """Nothing in it acts on a terminal, and its passages are slices of the text that `text` reads."""
    out = here("verify", "crane.yaml", "--allow-private", "-f", "json", cwd=folder).out
    report: dict[str, Any] = json.loads(out)
    findings = report["files"][0]["claims"][0]["findings"]

    assert all(line.isprintable() for line in out.split("\n"))
    assert [one["verdict"] for one in findings] == ["supported", "supported"]
    for finding, source in zip(findings, report["files"][0]["sources"], strict=True):
        read = json.loads(here("text", "--json", source["url"], "--allow-private", cwd=folder).out)
        for one in finding["evidence"]:
            assert read["text"][one["start"] : one["end"]] == one["quote"]


ODD_PAGES = {
    "paragraphs": "<html><body>" + "<p>The crane lifted a locomotive.</p>\n" * 100_000,
    "depth": "<html><body>" + "<div>" * 50_000 + CLAIM,
    "one-word": f"<html><body><p>{'a' * 3_000_000}</p>",
    "script": "<html><body><script>render()</script></body></html>",
    "zeros": "\0" * 10_000,
}


def test_a_page_beyond_measure_ends_as_a_finding_or_as_unreadable(
    here: Claimcheck, site: Site, tmp_path: Path
) -> None:
    """No size or shape of a page is an error of ours, and other sources are read all the same."""
    sources = {name: site.put(f"/{name}.html", page) for name, page in ODD_PAGES.items()}
    sources["herald"] = site.url("/ferry.html")
    (tmp_path / "odd.yaml").write_text(claims_file(sources, {"id": "crane", "text": CLAIM}), "utf-8")
    result = here("verify", "odd.yaml", "--allow-private", "-f", "json", cwd=tmp_path)

    report = json.loads(result.out)
    states = {source["id"]: source["state"] for source in report["files"][0]["sources"]}
    assert (result.code in {0, 1, 4}, result.err) == (True, "")
    assert states.pop("herald") == "ok"
    assert states.pop("script") == "unreadable"
    assert set(states.values()) <= {"ok", "unreadable"}
    findings = report["files"][0]["claims"][0]["findings"]
    assert {one["source"] for one in findings if one["verdict"] == "supported"} <= {"depth"}
