"""Keeping and letting go: deleting and taking that back, vents, kept files, and everything elsewhere."""
