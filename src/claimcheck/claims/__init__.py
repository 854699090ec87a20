"""Claims-file text to claims with line numbers, or every mistake in it."""
