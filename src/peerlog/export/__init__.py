"""Entries as files that other programs read. Pure: entries in, text out; whoever calls writes it to disk as UTF-8."""
