"""Two pages of one host that differ in nothing but their address."""

from claimcheck.recognise.likeness import is_alike


def test_pages_are_alike_where_most_of_their_lines_are() -> None:
    """A list of the latest stories may change between two requests."""
    one = frozenset(range(20))
    assert is_alike(one, one)
    assert is_alike(one, one - {1} | {99})
    assert not is_alike(one, one - {1, 2, 3} | {97, 98, 99})
    assert not is_alike(frozenset(), frozenset())
