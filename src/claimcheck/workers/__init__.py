"""Pages are read and judged in processes of their own, with a deadline and a memory cap."""
