"""A claim laid against a page: which passages tell it, in which words, and how to find them again. Pure."""
