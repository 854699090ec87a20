"""What no reader sees is folded away, and every offset leads back."""

import pytest

from claimcheck.text.normal import fold, normalise


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("The  Ferry", "the ferry"),
        ("  a\n\tb\u00a0c\u2003d ", "a b c d"),
        ("“Osk’s” ‘boat’ «x» „y“", '"osk\'s" \'boat\' "x" "y"'),
        ("2019–20 — a‑b −5", "2019-20 - a-b -5"),
        ("so…", "so..."),
        ("co\u00adop\u200berate\ufeff", "cooperate"),
        ("\u200eabc\u200f", "abc"),
        ("ﬁne ２０ ½", "fine 20 1\u20442"),
        ("STRASSE straße", "strasse strasse"),
        ("cafe\u0301 café", "café café"),
        ("İ", "i\u0307"),
        ("ΣΑΣ σας", "σασ σασ"),
        ("渡轮。", "渡轮。"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_case_forms_quotes_dashes_and_blanks_are_folded(text: str, folded: str) -> None:
    """Two texts that read the same are the same after folding."""
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "found", "original"),
    [
        ("He said: “Osk’s  boats\nsail”.", "osk's boats sail", "Osk’s  boats\nsail"),
        ("A cafe\u0301 opened.", "café", "cafe\u0301"),
        ("It was ﬁne.", "fine", "ﬁne"),
        ("so… quiet", "so... quiet", "so… quiet"),
        ("co\u00adoperate now", "cooperate", "co\u00adoperate"),
        ("die Straße dort", "strasse", "Straße"),
        ("한\u1100\u1161 x", "x", "x"),
    ],
)
def test_a_span_of_the_folded_text_leads_back_to_the_original(text: str, found: str, original: str) -> None:
    """What was found in the folded text is cut out of the original with all that it consists of."""
    normalised = normalise(text)
    at = normalised.text.index(found)
    start, end = normalised.original_span(at, at + len(found))
    assert text[start:end] == original
