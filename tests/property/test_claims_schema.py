"""The JSON Schema and the loader of claims files agree, as far as a schema can say it."""

import json
import re
from copy import deepcopy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from claimcheck.claims.load import read_claims_file
from claimcheck.claims.schema import claims_schema
from claimcheck.errors import ClaimsFileError

SCHEMA = Draft202012Validator(claims_schema(), format_checker=FormatChecker(["date"]))

LEFT_TO_THE_LOADER = re.compile(
    "is none of the file's sources|is not checked against|is used twice|does not exist|"
    "not part of the claim's `text`|is all of the claim's `text`|is no http"
)
"""What a schema cannot say: what must agree with something else."""

JUNK = st.sampled_from(
    [
        None, True, False, 0, 1, 2, 1.0, 1.5, -1, 1e300, "", " ", "\u2003", "x", "a", " a", "a\nb", "1", [], {}, [""], ["a"], ["a", "a"],
        [None], {"a": 1}, {"url": "https://c.example/"}, {"text": "x"}, {"": "https://c.example/"}, {"state": "dead", "reason": "x"},
        "https://c.example/", "HTTP://c.example", "https://", "ftp://c.example/", "https://c.example/a b",
        "2026-06-19", "2026-02-30", "20260619", "2026-6-1", "0000-01-01", "ok", "dead", "blocked",
        "supported", "not_found", "disputed", "too_few_sources", "unchecked",
    ]
)  # fmt: skip
KEYS = st.sampled_from(
    "$schema version title url published policy min_sources strikes sources snapshot accept state verdict reason by until source "
    "claims id text quote analysis a b x".split()
)


def optional(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=keys)


def sign_off(**word: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {**word, "reason": st.just("fine")},
        optional={"by": st.just("desk"), "until": st.just("2026-12-31")},
    )


SOURCE = st.just("https://a.example/x") | st.fixed_dictionaries(
    {"url": st.just("http://b.example")},
    optional={
        "snapshot": st.just("saved/a.html"),
        "accept": sign_off(state=st.sampled_from(["dead", "blocked", "unreadable"])),
    },
)
ACCEPTED = sign_off(verdict=st.sampled_from(["not_found", "disputed", "unchecked"])) | sign_off(
    verdict=st.sampled_from(["not_found", "contradicted"]), source=st.just("a")
)
CLAIM = st.fixed_dictionaries(
    {"text": st.just("It fell, a sign of things.")},
    optional={
        "sources": st.sampled_from([["a"], ["a", "b"]]),
        "quote": st.just("fell"),
        "analysis": st.just("a sign"),
        "min_sources": st.integers(1, 3),
        "accept": st.lists(ACCEPTED, max_size=2),
    },
)
DOCUMENT = st.fixed_dictionaries(
    {
        "version": st.just(1),
        "sources": st.fixed_dictionaries({"a": SOURCE, "b": SOURCE})
        | st.just(["https://a.example/x", "https://www.b.example/y"]),
        "claims": st.lists(CLAIM, min_size=1, max_size=2),
    },
    optional={
        "title": st.just("Title"),
        "url": st.just("https://c.example/?p=1#x"),
        "published": st.just("2026-06-19"),
        "policy": optional(min_sources=st.integers(1, 2), strikes=st.integers(1, 2)),
    },
)


def mistakes_of(document: Any) -> list[str]:
    try:
        read_claims_file("x.json", json.dumps(document), exists=lambda path: path == "saved/a.html")
    except ClaimsFileError as error:
        return [mistake.message for mistake in error.mistakes]
    return []


def places_of(value: Any) -> list[tuple[Any, Any]]:
    """List every container with each of its keys."""
    items = list(value.items() if isinstance(value, dict) else enumerate(value))
    inner = [place for _, item in items if isinstance(item, dict | list) for place in places_of(item)]
    return [(value, key) for key, _ in items] + inner


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """Take a valid document and change one or two places in it."""
    document = deepcopy(draw(DOCUMENT))
    for _ in range(draw(st.integers(1, 2))):
        places = places_of(document)
        if not places:
            break
        container, key = draw(st.sampled_from(places))
        match draw(st.sampled_from(["replace", "drop", "add"])):
            case "replace":
                container[key] = deepcopy(draw(JUNK))
            case "drop":
                del container[key]
            case _ if isinstance(container, dict):
                container[draw(KEYS)] = deepcopy(draw(JUNK))
            case _:
                container.append(deepcopy(draw(JUNK)))
    return document


@settings(max_examples=150, deadline=None)
@given(DOCUMENT)
def test_what_is_valid_is_accepted_by_both(document: Any) -> None:
    """A document made by the rules has no mistake."""
    assert mistakes_of(document) == []
    assert SCHEMA.is_valid(document)


@settings(max_examples=600, deadline=None)
@given(mutated())
def test_a_changed_document_is_judged_alike(document: Any) -> None:
    """Both accept it, or both refuse it, or the loader refuses what no schema can see."""
    mistakes = mistakes_of(document)
    if not SCHEMA.is_valid(document):
        assert mistakes
    else:
        assert all(LEFT_TO_THE_LOADER.search(mistake) for mistake in mistakes)
