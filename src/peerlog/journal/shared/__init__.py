"""Entries that others read: what may leave, whose words they are, who sees them, and what is new."""
