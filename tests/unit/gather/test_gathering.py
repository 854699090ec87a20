"""How the pages of a run are gathered: onward, beside a page that cannot exist, from the cache and from an archive."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.cli.site import Site, serving

import claimcheck
from claimcheck.fetch.headers import HostHeaders, OwnHeader
from claimcheck.fetch.options import FetchOptions
from claimcheck.model import (
    CitedSource,
    Claim,
    ClaimsFile,
    Reason,
    Source,
    SourceWarning,
    State,
    Verdict,
    Via,
)
from claimcheck.pipeline import run
from claimcheck.report import Format, render
from claimcheck.settings import Settings
from claimcheck.workers.jobs import Examination, Job
from claimcheck.workers.pool import Pool

NOON = datetime(2026, 6, 19, 12, 0, tzinfo=UTC)
GEESE = "The airfield at Lower Fenn was closed for two hours because 60 geese were standing on the runway."
STORY = (
    "<p>The airfield at Lower Fenn was closed for two hours on Tuesday because 60 geese were standing on the runway.</p>"
    + "".join(
        f"<p>On visit {visit} the fire brigade played them the recording of a fox, and {visit} geese listened until it was over.</p>"
        for visit in range(400, 440)
    )
)


def page(story: str = STORY, title: str = "Geese on the runway", head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title>'
        f'<meta property="article:published_time" content="2026-06-17">{head}</head>'
        f'<body><article><h1 id="top-story">{title}</h1>{story}</article></body></html>'
    )


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        made.put("/geese.html", page())
        yield made


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(fetch=FetchOptions(allow_private=True), cache_dir=tmp_path / "cache")


def check(url: str, settings: Settings, *claims: str, **file: date) -> tuple[Source, list[Verdict], str]:
    """Check claims on one page; give the source, the verdicts and the report without what may differ."""
    texts = claims or (GEESE,)
    checked = ClaimsFile(
        "fenn.yaml",
        "Fenn",
        (CitedSource("herald", url, 3),),
        tuple(Claim(f"c{at}", text, 9 + at) for at, text in enumerate(texts)),
        **file,  # type: ignore[arg-type]  # by name
    )
    outcome = run([checked], settings, now=lambda: NOON)
    assert outcome.crash is None
    ((found,),) = ((one.sources) for one in outcome.report.files)
    verdicts = [one.findings[0].verdict for one in outcome.report.files[0].claims]
    report = json.loads(render(outcome.report, Format.JSON))
    report["files"][0]["sources"][0].update(via=None, retrieved_at=None)
    return found, verdicts, json.dumps(report)


# --- pages that send their readers on -------------------------------------------------------------------------------


def test_a_page_that_sends_its_readers_on_is_followed(site: Site, settings: Settings) -> None:
    """As browsers do, and the report tells the way."""
    url = site.put("/old.html", '<meta http-equiv="refresh" content="0; url=/geese.html"><p>Moved.</p>')
    source, verdicts, _ = check(url, settings)
    assert (source.state, verdicts) == (State.OK, [Verdict.SUPPORTED])
    assert source.redirects == (site.url("/geese.html"),)
    assert SourceWarning.MOVED_PERMANENTLY not in source.warnings


def test_a_header_may_send_readers_on(site: Site, settings: Settings) -> None:
    """It says what the tag does."""
    url = site.put("/old.html", more=(("Refresh", "0; url=/geese.html"),))
    source, verdicts, _ = check(url, settings)
    assert (source.state, verdicts) == (State.OK, [Verdict.SUPPORTED])


def onward(site: Site, path: str, to: str) -> str:
    return site.put(path, f'<meta http-equiv="refresh" content="0; url={to}"><p>Wait.</p>')


def test_pages_that_send_their_readers_in_circles_end(site: Site, settings: Settings) -> None:
    """After a few of them, and the reason says so."""
    for one, other in (("a", "b"), ("b", "a")):
        onward(site, f"/{one}.html", f"/{other}.html")
    source, _, _ = check(site.url("/a.html"), settings)
    assert (source.state, source.reason) == (State.UNREACHABLE, Reason.REDIRECT_LOOP)
    assert site.requests == ["/a.html", "/b.html", "/a.html", "/b.html"]


def test_redirects_on_the_way_do_not_count_as_pages_that_lead_on(site: Site, settings: Settings) -> None:
    """However many there are: a server's redirects have a limit of their own."""
    for at in range(4):
        site.put(f"/r{at}", status=301, location=f"/r{at + 1}" if at < 3 else "/a.html")
    onward(site, "/a.html", "/b.html")
    onward(site, "/b.html", "/geese.html")
    source, verdicts, _ = check(site.url("/r0"), settings)
    assert (source.state, verdicts) == (State.OK, [Verdict.SUPPORTED])


def test_a_part_that_nobody_asked_for_is_no_page(site: Site, settings: Settings) -> None:
    """What a cut transfer lacks is not "not found"."""
    source, verdicts, _ = check(site.put("/part.html", page(), status=206), settings)
    assert (source.state, source.reason) == (State.UNREADABLE, Reason.DAMAGED)
    assert verdicts == [Verdict.UNCHECKED]


# --- a page that cannot exist ---------------------------------------------------------------------------------------

NOWHERE = (
    "<html><head><title>Fenn Herald</title></head><body><h1>Oh dear</h1>"
    "<p>The heron has flown off with what was here. Try the menu.</p></body></html>"
)


def test_what_stands_at_every_address_is_no_page(site: Site, settings: Settings) -> None:
    """Its words alone would not tell; another address of the host, asked for once, does."""
    site.put("*", NOWHERE)
    source, verdicts, _ = check(site.url("/2019/owls.html"), settings)
    assert (source.state, source.reason) == (State.DEAD, Reason.SOFT_404)
    assert verdicts == [Verdict.UNCHECKED]
    assert len(site.requests) == 2
    assert site.requests[1].startswith("/2019/")


def test_without_the_probe_nothing_else_is_asked_for(site: Site, settings: Settings) -> None:
    """The addresses of sources may be confidential enough."""
    site.put("*", NOWHERE)
    source, _, _ = check(site.url("/2019/owls.html"), replace(settings, probe=False))
    assert source.state is State.OK
    assert len(site.requests) == 1


def test_an_article_is_not_compared(site: Site, settings: Settings) -> None:
    """Whatever its host answers elsewhere."""
    site.put("*", page())
    source, _, _ = check(site.url("/geese.html"), settings)
    assert source.state is State.OK
    assert site.requests == ["/geese.html"]


# --- what a page cannot say -----------------------------------------------------------------------------------------


def test_another_article_is_warned_about(site: Site, settings: Settings) -> None:
    """Three claims with names and numbers, none of which the page knows."""
    others = ("Maria Olsen won 14 races.", "Pedro Braga sold 300 boats.", "Ingrid Holm built 9 towers.")
    source, verdicts, _ = check(site.url("/geese.html"), settings, *others)
    assert SourceWarning.OTHER_ARTICLE in source.warnings
    assert verdicts == [Verdict.UNCHECKED] * 3
    source, _, _ = check(site.url("/geese.html"), settings, *others[:2], GEESE)
    assert SourceWarning.OTHER_ARTICLE not in source.warnings


def test_nothing_is_not_found_on_a_part_of_an_article(site: Site, settings: Settings) -> None:
    """What is said may stand behind the barrier; what is shown still counts."""
    shown = (
        STORY[: STORY.index("</p>") * 9]
        + "</p><h2>Subscribe to continue reading</h2><p>From £1 a month, cancel any time.</p>"
    )
    url = site.put("/part.html", page(shown))
    source, verdicts, _ = check(
        url, settings, GEESE, "A choir of owls has won the national prize for chamber music."
    )
    assert SourceWarning.PARTIAL in source.warnings
    assert verdicts == [Verdict.SUPPORTED, Verdict.UNCHECKED]


def test_an_anchor_that_is_gone_is_warned_about(site: Site, settings: Settings) -> None:
    """One that is there is not."""
    source, _, _ = check(site.url("/geese.html#nowhere"), settings)
    assert source.warnings == (SourceWarning.FRAGMENT_MISSING,)
    source, _, _ = check(site.url("/geese.html#top-story"), settings)
    assert source.warnings == ()


# --- the cache ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "story",
    [
        STORY,
        "<p>Geese. The airfield at Lower Fenn was closed for two hours because 60 geese stood on it.</p>",
    ],
)
def test_a_page_that_has_not_changed_is_not_sent_again(site: Site, settings: Settings, story: str) -> None:
    """The second report is the first, but for where the text came from; a long article is not read again either."""
    url = site.put("/geese.html", page(story), etag='"v1"')
    first, _, report = check(url, settings)
    second, _, again = check(url, settings)
    assert (first.via, second.via) == (Via.NETWORK, Via.CACHE)
    assert report == again


def test_a_promise_to_stay_holds_for_what_was_read_alone(site: Site, settings: Settings) -> None:
    """A check for robots may be cached by its server's word for a day: the article would be missed for as long."""
    stays = (("Cache-Control", "max-age=86400"),)
    check_for_robots = (
        "<title>Just a moment...</title><h1>Checking your browser</h1><p>Verify that you are human.</p>"
    )
    url = site.put("/geese.html", check_for_robots, more=stays)
    assert check(url, settings)[0].reason is Reason.BOT_CHALLENGE
    site.put("/geese.html", page(), more=stays)
    site.requests.clear()
    states = [check(url, settings)[0] for _ in range(2)]
    assert [(one.state, one.via) for one in states] == [(State.OK, Via.NETWORK), (State.OK, Via.CACHE)]
    assert site.requests == ["/geese.html"]


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    """List what the workers are given."""
    given = []
    examine = Pool.examine

    async def noting(pool: Pool, job: Job) -> Examination:
        given.append(job)
        return await examine(pool, job)

    monkeypatch.setattr(Pool, "examine", noting)
    return given


def test_what_was_found_before_is_not_looked_for_again(
    site: Site, settings: Settings, jobs: list[Job]
) -> None:
    """Another claim is judged on the text that was kept; the same claims need no worker at all."""
    url = site.put("/geese.html", page(), etag='"v1"')
    _, _, report = check(url, settings)
    _, verdicts, _ = check(url, settings, GEESE.replace("60", "90"))
    _, _, again = check(url, settings)
    _, _, by_then = check(url, settings, GEESE.replace("60", "90"))
    assert [job.reading is None for job in jobs] == [True, False]
    assert verdicts == [Verdict.CONTRADICTED]
    assert report == again != by_then


def test_a_wall_is_looked_at_again_each_time(site: Site, settings: Settings, jobs: list[Job]) -> None:
    """Failures are never kept."""
    wall = "<title>Robot check</title><h1>Are you a robot?</h1><p>Verify that you are human to continue.</p>"
    url = site.put("/geese.html", wall, etag='"v1"')
    assert {check(url, settings)[0].reason for _ in range(2)} == {Reason.BOT_CHALLENGE}
    assert len(jobs) == 2


def test_code_that_judges_otherwise_judges_anew(
    site: Site, settings: Settings, jobs: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A checkout changes without a new version."""
    url = site.put("/geese.html", page(), etag='"v1"')
    check(url, settings)
    monkeypatch.setattr("claimcheck.gather.recall._code", lambda: "edited")
    check(url, settings)
    assert [job.reading for job in jobs] == [None, None]


@pytest.mark.parametrize(
    ("loss", "requests"), [("DELETE FROM records", 1), ("UPDATE records SET payload = x'00'", 2)]
)
def test_a_cache_that_lost_a_page_has_it_sent_again(
    site: Site, settings: Settings, jobs: list[Job], loss: str, requests: int
) -> None:
    """Asked whether it has changed only where something of it seems to be left."""
    url = site.put("/geese.html", page(), etag='"v1"')
    check(url, settings)
    assert settings.cache_dir is not None
    with closing(sqlite3.connect(settings.cache_dir / "cache.sqlite3")) as file, file:
        file.execute(loss)
    site.requests.clear()
    assert check(url, settings)[0].via is Via.NETWORK
    assert site.requests == ["/geese.html"] * requests
    assert len(jobs) == 2


def test_the_code_has_one_name_wherever_it_is_installed(tmp_path: Path) -> None:
    """A CI job that keeps the cache installs anew each time."""
    copy = tmp_path / "elsewhere"
    shutil.copytree(Path(claimcheck.__file__).parent, copy / "claimcheck", copy_function=shutil.copyfile)
    name = [sys.executable, "-c", "from claimcheck.gather.recall import _code; print(_code())"]
    names = set()
    for folder in (Path(claimcheck.__file__).parents[1], copy):
        environment = {**os.environ, "PYTHONPATH": str(folder)}
        names.add(subprocess.run(name, env=environment, capture_output=True, check=True).stdout)
    assert len(names) == 1
    edited = copy / "claimcheck" / "judge" / "finding.py"
    edited.write_text(edited.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    names.add(subprocess.run(name, env=environment, capture_output=True, check=True).stdout)
    assert len(names) == 2


def test_a_page_that_has_changed_is_read_anew(site: Site, settings: Settings) -> None:
    """The server says so."""
    url = site.put("/geese.html", page(), etag='"v1"')
    check(url, settings)
    site.put("/geese.html", page(STORY.replace("60", "90")), etag='"v2"')
    source, verdicts, _ = check(url, settings)
    assert (source.via, verdicts) == (Via.NETWORK, [Verdict.CONTRADICTED])


def test_refresh_ignores_the_cache_and_a_failure_is_not_kept(site: Site, settings: Settings) -> None:
    """A bad minute must not last."""
    url = site.put("/geese.html", page(), status=503)
    assert check(url, replace(settings))[0].reason is Reason.HTTP_5XX
    site.put("/geese.html", page(), etag='"v1"')
    assert check(url, settings)[0].via is Via.NETWORK
    assert check(url, replace(settings, refresh=True))[0].via is Via.NETWORK
    assert check(url, settings)[0].via is Via.CACHE


def test_with_own_headers_nothing_is_kept_or_taken(site: Site, settings: Settings) -> None:
    """What a subscriber is shown is nobody else's."""
    url = site.put("/geese.html", page(), etag='"v1"')
    own = replace(
        settings,
        fetch=replace(
            settings.fetch, headers=(HostHeaders("127.0.0.1", None, (OwnHeader("cookie", "paid=1"),)),)
        ),
    )
    check(url, own)
    assert settings.cache_dir is not None
    assert not settings.cache_dir.exists()
    check(url, settings)
    assert check(url, own)[0].via is Via.NETWORK


def test_what_came_from_a_private_address_serves_no_other_run(site: Site, settings: Settings) -> None:
    """Not even where it is in the cache: a run that may not go there does not know it."""
    url = site.put("/geese.html", page(), etag='"v1"')
    check(url, settings)
    source, verdicts, _ = check(url, replace(settings, fetch=FetchOptions()))
    assert (source.reason, verdicts) == (Reason.PRIVATE_ADDRESS, [Verdict.UNCHECKED])


# --- an archive -----------------------------------------------------------------------------------------------------


def put_archive(site: Site, original: str, captures: dict[str, str]) -> None:
    """Set up an archive that holds captures of one page, by their timestamps."""
    rows = [[stamp, original, "200", "text/html", f"DIGEST{stamp}"] for stamp in captures]
    header = ["timestamp", "original", "statuscode", "mimetype", "digest"]
    site.put("/cdx/search/cdx", json.dumps([header, *rows]), content_type="application/json")
    for stamp, content in captures.items():
        site.put(f"/web/{stamp}id_/{original}", content)


def test_an_archived_capture_stands_in_for_a_dead_page(site: Site, settings: Settings) -> None:
    """Of several the one nearest to the explainer's day that is no wall; the page stays dead."""
    url = site.url("/gone.html")
    wall = "<title>Robot check</title><h1>Are you a robot?</h1><p>Verify that you are human to continue.</p>"
    put_archive(
        site, url, {"20260101000000": page("<p>Owls.</p>"), "20260616000000": page(), "20260618000000": wall}
    )
    archiving = replace(settings, archive=True, archive_url=site.url(""))
    source, verdicts, _ = check(url, archiving, published=date(2026, 6, 18))
    assert (source.state, source.reason, source.via) == (State.DEAD, Reason.HTTP_404, Via.ARCHIVE)
    assert source.captured_at == datetime(2026, 6, 16, tzinfo=UTC)
    assert source.archived_url is not None
    assert source.archived_url in (source.detail or "")
    assert verdicts == [Verdict.SUPPORTED]
    assert check(url, settings)[0].via is None


def test_an_address_of_an_intranet_is_told_to_no_archive_outside_it(site: Site, settings: Settings) -> None:
    """A dead page of the house is nobody's business."""
    asked = replace(settings, archive=True, archive_url="http://archive.example")
    source, _, _ = check(site.url("/secret-draft.html"), asked)
    assert source.reason is Reason.HTTP_404
    assert "archive" not in (source.detail or "").replace("an archived copy", "")
