"""`text`, `schema` and `demo`."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from .conftest import FERRY, SUPPORTED, Claimcheck, claims_file
from .site import Site


def test_text_prints_the_article_and_marks_the_rest(here: Claimcheck, site: Site, tmp_path: Path) -> None:
    """The article comes first, then after a marked line what stands around it."""
    result = here("text", site.url("/ferry.html"), "--allow-private", cwd=tmp_path)
    article, mark, rest = result.out.partition("\n--- rest of the page, outside the article ---\n")

    assert (result.code, result.err) == (0, "")
    assert "Osprey" in article
    assert mark
    assert "Tarnock Herald, Quay Street" in rest


def test_text_of_a_file_is_that_of_the_page(here: Claimcheck, site: Site, tmp_path: Path) -> None:
    """A saved copy is read as if the server had sent it; no server is asked."""
    (tmp_path / "saved.html").write_text(FERRY, "utf-8")
    before = len(site.requests)
    result = here("text", "saved.html", cwd=tmp_path)

    assert len(site.requests) == before
    assert result == here("text", site.url("/ferry.html"), "--allow-private", cwd=tmp_path)


def test_text_as_json_says_what_the_offsets_count(here: Claimcheck, site: Site, tmp_path: Path) -> None:
    """The text is the one that `text` prints, and `article_chars` is where its marked line begins."""
    url = site.url("/ferry.html")
    about: dict[str, Any] = json.loads(here("text", "--json", url, "--allow-private", cwd=tmp_path).out)

    assert about["text"] + "\n" == here("text", url, "--allow-private", cwd=tmp_path).out
    assert about["text"][about["article_chars"] :].startswith("--- rest of the page")
    assert (about["state"], about["http_status"], about["title"]) == ("ok", 200, "Ferry taken out of service")
    assert about["url"] == url


def test_text_of_a_wall_is_what_it_shows(here: Claimcheck, site: Site, tmp_path: Path) -> None:
    """Whoever doubts that it is one can look; no claim is held against it."""
    wall = "<title>Log in</title><h1>Log in to continue reading</h1><p>Please log in or register to read this article.</p>"
    site.put("/log-in.html", f"<!doctype html>{wall}<form><input type=password></form>")
    result = here("text", site.url("/log-in.html"), "--allow-private", cwd=tmp_path)

    assert result.code == 4
    assert "Please log in or register" in result.out
    assert "no claim is held against it" in result.err
    assert "is blocked (login-wall)" in result.err
    about = json.loads(here("text", "--json", site.url("/log-in.html"), "--allow-private", cwd=tmp_path).out)
    assert about["text"] is None


@pytest.mark.parametrize(
    ("path", "code", "said"),
    [("/gone.html", 1, "is dead (http-404)"), ("/wall.html", 4, "is blocked (bot-challenge)"), ("/empty.html", 4, "is unreadable (empty)")],
)  # fmt: skip
def test_text_of_no_page_says_why(  # noqa: PLR0917 - fixtures and the columns of the table
    here: Claimcheck, site: Site, tmp_path: Path, path: str, code: int, said: str
) -> None:
    """Standard output stays empty; the code is that of a run over this one source."""
    site.put("/wall.html", "<p>Prove that you are human.</p>", status=403)
    site.put("/empty.html", "")
    result = here("text", site.url(path), "--allow-private", cwd=tmp_path)

    assert (result.code, result.out) == (code, "")
    assert result.err.startswith("claimcheck: http://127.0.0.1:")
    assert said in result.err


def test_the_schemas_hold_for_what_the_tool_reads_and_writes(here: Claimcheck, tmp_path: Path) -> None:
    """A claims file that is accepted, and the report on it, are valid by the printed schemas."""
    schemas = {of: json.loads(here("schema", of, cwd=tmp_path).out) for of in ("claims", "report")}
    (tmp_path / "saved.html").write_text(FERRY, "utf-8")
    source = {"url": "https://site.example/ferry", "snapshot": "saved.html"}
    file = claims_file({"herald": source}, {"text": SUPPORTED, "quote": "found cracks in its hull"})
    (tmp_path / "ferry.yaml").write_text(file, "utf-8")
    result = here("verify", "ferry.yaml", "--offline", "-f", "json", cwd=tmp_path)

    assert result.code == 0
    Draft202012Validator(schemas["claims"]).validate(json.loads(file))
    Draft202012Validator(schemas["report"]).validate(json.loads(result.out))
    assert not Draft202012Validator(schemas["claims"]).is_valid({"version": 1})


def test_the_demo_ends_well_and_says_what_is_next(claimcheck: Claimcheck, tmp_path: Path) -> None:
    """Exit code 0 though the pages contradict some claims, every next step is a command, and no file is left."""
    result = claimcheck("demo", cwd=tmp_path)

    assert (result.code, result.err) == (0, "")
    assert "contradicted" in result.out
    assert "claimcheck verify FILE.yaml" in result.out.partition("Next steps:")[2]
    assert list(tmp_path.iterdir()) == []
