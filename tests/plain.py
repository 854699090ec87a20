"""A plain text as a page, for tests of what is compared with it."""

from claimcheck.match.page import Page, index_page
from claimcheck.model import Document


def page_of(text: str, language: str | None = "en") -> Page:
    """Index a text of one language, all of which is the article."""
    return index_page(Document(text, len(text), "text/plain", len(text), language=language))
