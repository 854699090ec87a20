"""Check that the pages an explainer cites really say what its key takeaways claim."""

__version__ = "0.1.0"
