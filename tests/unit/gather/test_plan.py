"""What a run has to do: the claims and sources that were asked for, and the pages that they come down to."""

from datetime import date

import pytest

from claimcheck.errors import UsageError
from claimcheck.gather.plan import plan_pages, select, select_sources
from claimcheck.model import CitedSource, Claim, ClaimsFile, Span


def source(name: str, url: str | None = None, snapshot: str | None = None) -> CitedSource:
    return CitedSource(name, url or f"https://{name}.example/", None, snapshot)


def file(
    path: str = "claims/a.yaml",
    sources: tuple[CitedSource, ...] = (source("post"), source("wire"), source("radio")),
    claims: tuple[Claim, ...] = (
        Claim("from-post", "One.", 1, ("post",)),
        Claim("from-both", "Two.", 2, ("post", "wire")),
        Claim("from-all", "Three.", 3),
    ),
) -> ClaimsFile:
    return ClaimsFile(path, None, sources, claims)


def outline(files: tuple[ClaimsFile, ...]) -> list[tuple[list[str], dict[str, tuple[str, ...]]]]:
    """Show the sources of each file, and its claims with the sources that each is checked against."""
    return [
        ([one.id for one in file.sources], {claim.id: file.cited_by(claim) for claim in file.claims})
        for file in files
    ]


# --- what was asked for ---------------------------------------------------------------------------------------------


def test_without_names_everything_is_checked() -> None:
    """The files stay as they are."""
    files = (file(), file("claims/b.yaml"))
    assert select(files) == files


@pytest.mark.parametrize(
    ("claims", "sources", "expected"),
    [
        (["from-post"], [], (["post"], {"from-post": ("post",)})),
        (["from-both"], [], (["post", "wire"], {"from-both": ("post", "wire")})),
        (["from-all"], [], (["post", "wire", "radio"], {"from-all": ("post", "wire", "radio")})),
        (
            ["from-both", "from-post"],
            [],
            (["post", "wire"], {"from-post": ("post",), "from-both": ("post", "wire")}),
        ),
        ([], ["wire"], (["wire"], {"from-both": ("wire",), "from-all": ("wire",)})),
        ([], ["radio"], (["radio"], {"from-all": ("radio",)})),
        (
            [],
            ["radio", "post"],
            (
                ["post", "radio"],
                {"from-post": ("post",), "from-both": ("post",), "from-all": ("post", "radio")},
            ),
        ),
        (["from-both"], ["wire"], (["wire"], {"from-both": ("wire",)})),
        (["from-all", "from-post"], ["radio"], (["radio"], {"from-all": ("radio",)})),
        (["from-post"], ["post", "wire"], (["post"], {"from-post": ("post",)})),
    ],
)
def test_the_named_claims_and_sources_are_left(
    claims: list[str], sources: list[str], expected: tuple[list[str], dict[str, tuple[str, ...]]]
) -> None:
    """All else is left out, and so is a claim that cites none of the named sources; the file's order stays."""
    assert outline(select([file()], claims=claims, sources=sources)) == [expected]


def test_a_claim_that_cites_all_still_cites_none_by_name() -> None:
    """Whether a source was cited by name decides over a bad citation: leaving others out changes nothing about it."""
    (left,) = select([file()], sources=["wire"])
    assert {claim.id: claim.cites for claim in left.claims} == {"from-both": ("wire",), "from-all": None}


def test_a_file_with_nothing_left_is_left_out() -> None:
    """A name may stand in one file of many."""
    other = file("claims/b.yaml", (source("gazette"),), (Claim("from-gazette", "Four.", 1),))
    assert [one.path for one in select([file(), other], claims=["from-gazette"])] == ["claims/b.yaml"]
    assert [one.path for one in select([file(), other], sources=["post"])] == ["claims/a.yaml"]


def test_a_name_may_stand_in_several_files() -> None:
    """Each of them is checked."""
    files = [file(), file("claims/b.yaml")]
    assert [one.path for one in select(files, claims=["from-post"])] == ["claims/a.yaml", "claims/b.yaml"]


@pytest.mark.parametrize(
    ("claims", "sources"),
    [(["from-post"], ["wire"]), (["from-post", "from-both"], ["radio"]), ([], ["spare"])],
)
def test_nothing_left_is_an_error(claims: list[str], sources: list[str]) -> None:
    """A run that checks nothing must not pass, whether names do not meet or no claim cites the source."""
    given = file(sources=(source("post"), source("wire"), source("radio"), source("spare")))
    cited = (*given.claims[:2], Claim("from-three", "Three.", 3, ("post", "wire", "radio")))
    with pytest.raises(UsageError, match="nothing is left to check"):
        select([ClaimsFile(given.path, None, given.sources, cited)], claims=claims, sources=sources)


@pytest.mark.parametrize(
    ("names", "message", "hint"),
    [
        ({"claims": ["form-post"]}, "no claim has the id form-post", "from-all, from-both, from-post"),
        ({"sources": ["pots", "post"]}, "no source has the id pots", "post, radio, wire"),
        ({"claims": ["post"]}, "no claim has the id post", "from-all"),
        ({"sources": ["x", "y"]}, "no source has the id x, y", "post"),
    ],
)
def test_an_unknown_id_is_an_error_that_lists_the_known(
    names: dict[str, list[str]], message: str, hint: str
) -> None:
    """A slip of the pen must not check less than was asked for."""
    with pytest.raises(UsageError, match=message) as raised:
        select([file()], **names)
    assert hint in (raised.value.hint or "")


def test_only_the_first_of_many_ids_are_listed() -> None:
    """A file of a thousand claims would fill the screen."""
    many = file(claims=tuple(Claim(f"claim-{number:03}", "x", number) for number in range(1, 100)))
    with pytest.raises(UsageError) as raised:
        select([many], claims=["other"])
    assert (raised.value.hint or "").count("claim-") == 12


# --- pages ----------------------------------------------------------------------------------------------------------


def test_a_page_is_asked_what_its_claims_ask() -> None:
    """In the order of the file, with the claim's conclusion and quote."""
    analysis = Span("a sign", 5, 11)
    claims = (
        Claim("one", "Text a sign.", 1, ("post",), quote="two words", analysis=analysis),
        Claim("two", "Two.", 2, ("wire",)),
        Claim("three", "Three.", 3),
    )
    post, wire = plan_pages([file(sources=(source("post"), source("wire")), claims=claims)])
    (citation,) = post.citations
    first = citation.questions[0]
    assert (first.source, first.claim, first.text) == ("post", "one", "Text a sign.")
    assert (first.analysis, first.quote) == (analysis, "two words")
    assert [question.claim for question in citation.questions] == ["one", "three"]
    assert [question.claim for question in wire.citations[0].questions] == ["two", "three"]


def test_a_url_is_fetched_once_for_all_files() -> None:
    """Fragments and the case of the host aside; each file keeps its own id and asks its own claims."""
    files = [
        file("claims/a.yaml", (source("post", "https://x.example/1#a"),), (Claim("one", "One.", 1),)),
        file(
            "claims/b.yaml",
            (source("other", "https://y.example/"), source("story", "https://X.example/1#b")),
            (Claim("two", "Two.", 1, ("story",)),),
        ),
    ]
    pages = plan_pages(files)
    assert [page.url for page in pages] == ["https://x.example/1", "https://y.example/"]
    shared = [(one.file, one.source.id, [q.claim for q in one.questions]) for one in pages[0].citations]
    assert shared == [(0, "post", ["one"]), (1, "story", ["two"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://x.example/1", "https://x.example/2"),
        ("https://x.example/a", "https://x.example/A"),
        ("https://x.example/?a=1", "https://x.example/?a=2"),
        ("https://x.example/", "http://x.example/"),
        ("https://x.example/a", "https://x.example/a/"),
    ],
)
def test_urls_that_may_differ_on_the_server_are_two_pages(one: str, other: str) -> None:
    """Only what never leaves the client, or never matters, is put aside."""
    assert len(plan_pages([file(sources=(source("a", one), source("b", other)), claims=())])) == 2


def test_two_sources_of_one_file_may_name_one_page() -> None:
    """It is fetched once, and both sources are answered."""
    sources = (source("top", "https://x.example/#top"), source("end", "https://x.example/#end"))
    (page,) = plan_pages([file(sources=sources, claims=(Claim("one", "One.", 1),))])
    assert [citation.source.id for citation in page.citations] == ["top", "end"]


def test_the_same_url_with_another_saved_copy_is_another_page() -> None:
    """Each claim is judged on the copy that its file names."""
    sources = (source("a", "https://x.example/", "a.html"), source("b", "https://x.example/", "b.html"))
    assert [page.snapshot for page in plan_pages([file(sources=sources, claims=())])] == ["a.html", "b.html"]


def test_without_claims_the_pages_are_the_same_and_asked_nothing() -> None:
    """`links` looks at the sources alone, those that no claim cites too."""
    files = [file(sources=(source("post"), source("wire"), source("radio"), source("spare")))]
    pages = plan_pages(select_sources(files))
    assert [page.url for page in pages] == [page.url for page in plan_pages(files)]
    assert all(citation.questions == () for page in pages for citation in page.citations)


def test_the_day_of_an_archived_capture_is_that_of_the_first_explainer_with_one() -> None:
    """In whatever order the files come."""
    source = CitedSource("a", "https://a.example/story", 3)
    dated, undated = (
        ClaimsFile(f"{day}.yaml", None, (source,), (), published=day) for day in (date(2026, 6, 19), None)
    )
    assert [plan_pages(files)[0].published for files in ((dated, undated), (undated, dated))] == [
        date(2026, 6, 19)
    ] * 2


def test_claims_are_asked_in_the_language_of_their_file() -> None:
    """A headline alone does not tell it; the claims together do."""
    told = Claim(
        "told", "The council of Osk has voted to buy the ferries, and it will pay for them in May.", 1
    )
    headline = Claim("headline", "Osk council buys ferries", 2)
    (page,) = plan_pages((file(sources=(source("post"),), claims=(told, headline)),))
    assert {one.language for citation in page.citations for one in citation.questions} == {"en"}
