"""The cited pages of a run: planned, fetched or recalled, read and judged by the workers, replaced by copies where they fail."""
