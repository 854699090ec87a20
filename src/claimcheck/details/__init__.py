"""What a claim and a page say of the same: its numbers, dates, names, directions and denials compared. Pure."""
