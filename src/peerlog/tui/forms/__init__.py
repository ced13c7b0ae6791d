"""Writing: forms of every kind, drafts, saving, and one's own editor."""
