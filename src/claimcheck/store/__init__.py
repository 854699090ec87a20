"""What stays on disk between runs: answers, their bodies, and what was made of them, in one bounded file."""
