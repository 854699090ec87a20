"""Says in an editor's words what the YAML parser found wrong."""

from dataclasses import dataclass

import yaml

from claimcheck.claims.tree import Notes

_QUOTE_IT = "put the whole value in quotes"
_INDENTATION = "check this line's indentation against the lines above"


@dataclass(frozen=True, slots=True)
class _Explanation:
    """What a problem of the parser means; `at_context` where the mistake stands where the parser began."""

    message: str
    hint: str | None = None
    at_context: bool = False


_EXPLANATIONS = {
    "mapping values are not allowed": _Explanation(
        "a colon is not expected here", f"a text with `: ` in it needs quotes; otherwise {_INDENTATION}"
    ),
    "could not find expected ':'": _Explanation(
        "this line is neither `key: value` nor the rest of the value above",
        "a key needs a colon and a blank after it; the further lines of a long text are indented",
        at_context=True,
    ),
    "did not find expected key": _Explanation(
        "this does not belong to the lines above",
        f"a text after a closing quotation mark or bracket needs quotes as a whole; otherwise {_INDENTATION}",
    ),
    "did not find expected '-' indicator": _Explanation(
        "this line does not continue the list above", f"an item begins with `- `; {_INDENTATION}"
    ),
    "block sequence entries are not allowed": _Explanation(
        "a list item is not expected here", f"begin a list on a line of its own; otherwise {_INDENTATION}"
    ),
    "mapping keys are not allowed": _Explanation(
        "a text cannot begin with a question mark and a blank", _QUOTE_IT
    ),
    "did not find expected ',' or": _Explanation(
        "a comma is missing here, or the bracket opened in line {line} is not closed",
        "a text with a comma or a bracket in it needs quotes there",
    ),
    "did not find expected node content": _Explanation("a value is expected here, not a bracket", _QUOTE_IT),
    "found unexpected end of stream": _Explanation(
        "this quotation mark is never closed",
        "an apostrophe within single quotes is doubled",
        at_context=True,
    ),
    "found unexpected document indicator": _Explanation(
        "this quotation mark is not closed before the `---` line", at_context=True
    ),
    "found unknown escape character": _Explanation(
        "this backslash begins nothing that YAML knows", "write it twice, or use single quotes"
    ),
    "found invalid Unicode character escape": _Explanation(
        "this escape stands for no character", "type the character itself, or use `\\U` and eight digits"
    ),
    "did not find expected hexdecimal number": _Explanation(
        "this escape is incomplete", "type the character itself, or write the backslash twice"
    ),
    "did not find expected <document start>": _Explanation(
        "text stands after the end of the file's content", _INDENTATION
    ),
    "while scanning an alias": _Explanation(
        "a text cannot begin with an asterisk", _QUOTE_IT, at_context=True
    ),
    "while scanning an anchor": _Explanation("a text cannot begin with `&`", _QUOTE_IT, at_context=True),
    "ing a tag": _Explanation("a text cannot begin with an exclamation mark", _QUOTE_IT, at_context=True),
    "while scanning a block scalar": _Explanation(
        "nothing may follow the sign `>` or `|` on its line",
        "begin the text on the next line, indented; put a text that begins with this sign in quotes",
        at_context=True,
    ),
}
"""By a part of the parser's problem or of its context; the first that fits is taken."""

_TAB = _Explanation(
    "this line is indented with a tab", "YAML knows blanks alone: replace the tab by two blanks"
)


def explain(error: yaml.MarkedYAMLError, notes: Notes) -> tuple[int, str, str | None]:
    """Return where a mistake stands, what it is, and what to do about it."""
    problem_at = error.problem_mark.index if error.problem_mark else 0
    context_at = error.context_mark.index if error.context_mark else problem_at
    explanation = _find_explanation(error, notes.text[problem_at : problem_at + 1])
    return (
        context_at if explanation.at_context else problem_at,
        explanation.message.format(line=notes.place(context_at).line),
        explanation.hint,
    )


def _find_explanation(error: yaml.MarkedYAMLError, character: str) -> _Explanation:
    problem, context = error.problem or "", error.context or ""
    if character == "\t" or "found a tab character" in problem:
        return _TAB
    if "cannot start any token" in problem:
        name = "a backtick" if character == "`" else f"`{character}`"
        return _Explanation(f"a text cannot begin with {name}", _QUOTE_IT)
    for part, explanation in _EXPLANATIONS.items():
        if part in problem or part in context:
            return explanation
    where = f" {context}" if context else ""
    return _Explanation(f"this is not YAML: {problem}{where}".replace("{", "{{").replace("}", "}}"))
