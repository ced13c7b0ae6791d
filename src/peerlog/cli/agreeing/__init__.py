"""Texts to agree on the command line: the same commands for summaries, agreements, closing statements and thanks."""
