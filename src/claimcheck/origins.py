"""Which sources are one: the same page under two addresses, or the same text."""

from collections.abc import Iterable, Mapping

from claimcheck.model import Document, Source, Via
from claimcheck.urls import without_fragment


def origins_of(sources: Iterable[Source], documents: Mapping[str, Document]) -> dict[str, int]:
    """Number the origin of each source by id: sources that share an address, a canonical link or their text are one.

    `documents` has the sources whose text was read; the others stand alone. Connected components: where A and B are
    one, and B and C, all three are.
    """
    first: dict[str, str] = {}
    parent: dict[str, str] = {}
    for source in sources:
        parent[source.id] = source.id
        for mark in _marks(source, documents.get(source.id)):
            parent[_root(source.id, parent)] = _root(first.setdefault(mark, source.id), parent)
    numbers: dict[str, int] = {}
    return {one: numbers.setdefault(_root(one, parent), len(numbers)) for one in parent}


def _marks(source: Source, document: Document | None) -> Iterable[str]:
    if document is None:
        return ()
    # a saved copy is not what stands where the live page led: two articles may both lead to one login page
    address = source.url if source.via is Via.SNAPSHOT else source.final_url or source.url
    addresses = (address, document.canonical_url)
    return (*(without_fragment(one) for one in addresses if one), f"text:{source.text_sha256}")


def _root(one: str, parent: Mapping[str, str]) -> str:
    while parent[one] != one:
        one = parent[one]
    return one
