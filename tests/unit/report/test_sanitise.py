import pytest

from claimcheck.report.sanitise import sanitise


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text", "plain text"),
        ("a\x1b[31mb\x07", "a\\x1b[31mb\\x07"),
        ("\x7f\x9b1m", "\\x7f\\x9b1m"),
        ("a\u202egnp.exe\u2069", "a\\u202egnp.exe\\u2069"),
        ("\U000e0041", "\\U000e0041"),
        ("\ud800", "\\ud800"),
        ("re\u00adpair\u200bed\ufeff \u200fשלום", "repaired שלום"),
        ("one\r\ntwo\x85three\u2028four\tfive\u00a0six", "one two three four five six"),
        ("e" + "\u0301" * 40 + "x", "e" + "\u0301" * 4 + "\ufffdx"),
        ("a\u200db \u200c", "ab "),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\U0001f469\u200d\U0001f680 \u2764\ufe0f", "\U0001f469\u200d\U0001f680 \u2764\ufe0f"),
        ("\U0001fae8", "\U0001fae8"),
        ("渡轮 ferry Fähre पूर्णिमा שָׁלוֹם", "渡轮 ferry Fähre पूर्णिमा שָׁלוֹם"),
    ],
)
def test_dangerous_characters_are_shown_and_letters_kept(text: str, shown: str) -> None:
    """What could act on the terminal or deceive a reader is spelled out; every script and emoji stays as it is."""
    assert sanitise(text) == shown


def test_line_breaks_stay_where_they_are_wanted() -> None:
    """With keep_newlines every kind of line break becomes a newline, and nothing else is one."""
    assert sanitise("a\r\nb\rc\u2029d\te", keep_newlines=True) == "a\nb\nc\nd e"
