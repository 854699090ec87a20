"""URL to what the server answered, or why it did not; the only place that knows HTTP."""
