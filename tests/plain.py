"""A plain text as a page, for tests of what is compared with it."""

from collections.abc import Callable, Iterable, Sequence

from claimcheck.details.difference import Difference
from claimcheck.details.doubt import Doubt
from claimcheck.match.page import Page, index_page
from claimcheck.match.query import Query, lay_claim
from claimcheck.model import Document


def page_of(text: str, language: str | None = "en") -> Page:
    """Index a text of one language, all of which is the article."""
    return index_page(Document(text, len(text), "text/plain", len(text), language=language))


def found_by(
    find: Callable[[Query, Page, Sequence[int]], Iterable[Difference | Doubt]], claim: str, text: str
) -> list[tuple[str, str]]:
    """List what is told otherwise, with all of a text for evidence: the words of the claim, and those of the text."""
    page = page_of(text)
    found = find(lay_claim(claim, page), page, range(len(page.sentences)))
    return [(claim[slice(*one.claim)], text[slice(*one.source)]) for one in found if one.source]
