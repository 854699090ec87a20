"""Evidence and details to a verdict, with its reasons: of a claim on one page, and of a claim over all its pages. Pure."""
