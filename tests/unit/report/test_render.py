import subprocess
import sys

import pytest

from claimcheck.report import Format, render

from .sample import sample_report


@pytest.mark.parametrize("word", Format)
def test_every_format_has_a_module_that_renders(word: Format) -> None:
    """Each word that --format takes leads to a module that renders the sample."""
    assert render(sample_report(), word).endswith("\n")


def test_a_format_for_programs_does_without_the_terminal_library() -> None:
    """Rendering JSON never imports rich, which takes longer to import than the JSON to write."""
    code = (
        "import sys; from claimcheck.report import Format; import claimcheck.report.json;"
        "import claimcheck.report.saved, claimcheck.report.schema; sys.exit('rich' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
