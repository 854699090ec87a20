"""`text`, `schema` and `demo`."""

import json
import os
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


def test_text_of_a_url_undoes_a_configuration_that_is_offline(
    here: Claimcheck, site: Site, tmp_path: Path
) -> None:
    """As `verify` does; without a word the configuration holds."""
    (tmp_path / "claimcheck.toml").write_text("offline = true\n", "utf-8")
    url = site.url("/ferry.html")
    assert here("text", url, "--allow-private", cwd=tmp_path).code == 4
    assert here("text", url, "--allow-private", "--no-offline", cwd=tmp_path).code == 0


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


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.html", "", "is unreadable (empty): The page has no text."),
        ("pictures.html", "<!doctype html><img src=a.png>", "is unreadable (empty): The page has no text."),
        ("story.docx", "PK\x03\x04", "is unreadable (unsupported-type): This is an office document (application/vnd.openxmlformats-officedocument.wordprocessingml.document); save it as PDF or text."),
        ("pages.zip", "PK\x03\x04", "is unreadable (unsupported-type): This is an archive (application/zip); unpack it."),
        ("wall.html", "<!doctype html><title>Log in</title><h1>Log in to continue reading</h1><p>Please log in or register to read this article.</p><form><input type=password></form>", "is blocked (login-wall): The file shows no article; save the page anew from a browser that shows it."),
    ],
)  # fmt: skip
def test_text_of_a_file_that_cannot_be_read_speaks_of_that_file(
    here: Claimcheck, tmp_path: Path, name: str, content: str, said: str
) -> None:
    """It is no page's copy, and nobody asked how a claims file would name one."""
    (tmp_path / name).write_text(content, "utf-8")
    result = here("text", name, cwd=tmp_path)
    assert result.code == 4
    assert result.err.splitlines()[-1] == f"claimcheck: {name} {said}"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything")
def test_text_of_a_file_in_a_closed_folder_says_that_it_is_closed(here: Claimcheck, tmp_path: Path) -> None:
    """It may well be there."""
    (tmp_path / "closed").mkdir(mode=0)
    result = here("text", "closed/a.html", cwd=tmp_path)
    assert result.code == 2
    assert "closed/a.html cannot be read: permission denied" in result.err


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
