"""What stays on disk between runs: answers, bodies and readings, in one bounded file."""
