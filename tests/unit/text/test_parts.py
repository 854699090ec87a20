"""The parts of a claim that can be true one without the other."""

import pytest

from claimcheck.text.parts import split_parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The council bought three ferries.", ["The council bought three ferries."]),
        (
            "The council bought three ferries, which cost $46 million.",
            ["The council bought three ferries", "which cost $46 million."],
        ),
        (
            "Fares will rise while wages stay frozen.",
            ["Fares will rise", "while wages stay frozen."],
        ),
        (
            "The yard shut its gates and dismissed forty welders.",
            ["The yard shut its gates", "and dismissed forty welders."],
        ),
        (
            "The bridge closed (its cables had rusted) until spring repairs began.",
            ["The bridge closed", "its cables had rusted", "until spring repairs began."],
        ),
        (
            "Ferries stopped — a storm hit Osk — on Monday night.",
            ["Ferries stopped", "a storm hit Osk", "on Monday night."],
        ),
        # what holds one word alone is no part of its own
        ("Tom and Jerry sail boats.", ["Tom and Jerry sail boats."]),
        ("It sells bread, butter and jam.", ["It sells bread, butter and jam."]),
        ("The bridge closed, sadly.", ["The bridge closed, sadly."]),
        # a separator within a number cuts nothing
        ("The yard lost 1,234 boats in storms.", ["The yard lost 1,234 boats in storms."]),
        ("", [""]),
    ],
)
def test_a_claim_is_cut_where_a_new_statement_begins(text: str, parts: list[str]) -> None:
    """Cuts stand at punctuation, subordinators and conjunctions, and leave two words with content on each side."""
    assert [text[start:end].strip(" ,()—") for start, end in split_parts(text)] == parts
