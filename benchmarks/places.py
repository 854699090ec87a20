"""Where the labelled sets, the test web and the command stand. The sets are not part of the project."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("CLAIMCHECK_SHARED", ROOT.parent / "shared"))
COMMAND = Path(sys.executable).with_name("claimcheck")


def require(path: Path) -> Path:
    """Stop with a sentence where material is not there."""
    if not path.exists():
        sys.exit(f"{path} is not there; name the folder of the labelled sets as CLAIMCHECK_SHARED")
    return path
