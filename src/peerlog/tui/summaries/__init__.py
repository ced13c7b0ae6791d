"""Joint summaries: their page, rows and words."""
