"""The demo's story: an explainer, its claims file, and what to try next."""

from importlib.resources import files

NEXT_STEPS = """\
Next steps:
  claimcheck text URL            what claimcheck reads on a page
  claimcheck schema claims       the schema of claims files, for your editor
  claimcheck verify FILE.yaml    your claims against the pages that they cite
"""
_FOLDER = files("claimcheck.demo")


def claims_text(port: int) -> str:
    """Return the demo's claims file, its sources on a server at this port of 127.0.0.1."""
    return _read("claims.yaml", port)


def explainer_text(port: int) -> str:
    """Return the explainer that the claims come from, as Markdown, its sources on a server at this port."""
    return _read("explainer.md", port)


def _read(name: str, port: int) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8").replace("{port}", str(port))
