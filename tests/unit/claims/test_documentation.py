"""The examples of `docs/claims-file.md`."""

import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claimcheck.claims.load import read_claims_file
from claimcheck.claims.positions import read_tree
from claimcheck.claims.schema import claims_schema
from claimcheck.errors import ClaimsFileError

PAGE = Path(__file__).parents[3] / "docs" / "claims-file.md"
TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```(?:yaml|json)\n(.*?)^```$", TEXT, flags=re.MULTILINE | re.DOTALL)


def test_the_page_has_examples() -> None:
    """An example lost to a changed fence would be tested no more."""
    assert len(EXAMPLES) == TEXT.count("```yaml") + TEXT.count("```json") == 6


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_a_claims_file(example: str) -> None:
    """Every example is read as it stands, and the schema accepts it."""
    assert read_claims_file("x.yaml", example, exists=lambda path: path == "saved/post.html").claims
    Draft202012Validator(claims_schema()).validate(read_tree("x.yaml", example).value)


def test_the_ids_that_the_page_names_are_the_derived_ones() -> None:
    """The page promises an id for its first sentence."""
    (claim,) = read_claims_file("x.yaml", EXAMPLES[0], exists=bool).claims
    assert f"`{claim.id}`" in TEXT


def test_the_mistakes_that_the_page_shows_are_the_real_ones() -> None:
    """The wrong file of the page has the mistakes that stand below it."""
    found = re.search(r"^```yml\n(.*?)^```\n\n^```text\n(.*?)^```$", TEXT, flags=re.MULTILINE | re.DOTALL)
    assert found is not None
    with pytest.raises(ClaimsFileError) as caught:
        read_claims_file("claims/models.yaml", found[1], exists=bool)
    assert str(caught.value) == found[2].strip()
