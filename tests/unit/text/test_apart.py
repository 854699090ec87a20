"""Words of one line of the table that do not tell one another."""

from claimcheck.text.apart import _table, apart_from
from claimcheck.text.paraphrase import meanings_of
from claimcheck.text.ways import ways_of
from claimcheck.text.words import key_of


def test_a_bill_that_was_approved_was_not_enacted() -> None:
    """Whichever of the two the claim says; each may still stand for others of its line."""
    approved, enacted = key_of("approved"), key_of("enacted")
    assert approved in apart_from(enacted)
    assert approved not in meanings_of(enacted).alike
    assert key_of("adopted") in meanings_of(approved).alike & meanings_of(enacted).alike


def test_what_is_apart_stands_for_nothing_of_the_other() -> None:
    """In no table, and in no direction."""
    for key, apart in _table().items():
        assert key
        assert not apart & (meanings_of(key).alike | ways_of(key))
        assert all(key in apart_from(other) for other in apart)
