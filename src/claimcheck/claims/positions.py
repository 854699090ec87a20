"""Reads a claims file's text, YAML or JSON, into values with the place of every key and value."""

import re

from claimcheck.claims.json_text import read_json
from claimcheck.claims.tree import MAX_BYTES, Notes, Place, StopReadingError, Tree, mistake_at
from claimcheck.claims.yaml_text import read_yaml
from claimcheck.errors import ClaimsFileError

_MEANT_AS_JSON = re.compile(r'\s*[\[{][\[{\s]*"')
"""Where neither reader gets through, a first key or item in double quotes says whose mistakes are told."""


def read_tree(path: str, text: str) -> Tree:
    r"""Read YAML or JSON, or raise `ClaimsFileError` where the text is neither.

    JSON is read by JSON's rules, which YAML does not share in full: an emoji written as two `\u` escapes, a line
    separator within a text. What begins like JSON but is not is read as YAML.
    """
    _refuse_unencodable(path, text)
    as_yaml = Notes(path, text)
    as_json: Notes | None = None
    if text.lstrip().startswith(("{", "[")):
        as_json = Notes(path, text)
        try:
            return as_json.finish(read_json(as_json))
        except StopReadingError:
            pass
    try:
        return as_yaml.finish(read_yaml(as_yaml))
    except StopReadingError as error:
        meant = as_json if as_json and _MEANT_AS_JSON.match(text) else as_yaml
        raise ClaimsFileError(meant.mistakes) from error


def _refuse_unencodable(path: str, text: str) -> None:
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        place = Notes(path, text).place(error.start)
        message = "half a character stands here (a lone surrogate)"
        raise ClaimsFileError([mistake_at(path, place, message, "type the character again")]) from error
    if size > MAX_BYTES:
        message = f"the file has more than {MAX_BYTES // 1_000_000} MB"
        raise ClaimsFileError([mistake_at(path, Place(1, 1), message, "split it into several claims files")])
