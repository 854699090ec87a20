"""Bytes of a page to its text; the only place that knows trafilatura."""
