"""One item, signed by somebody without a journal: the file that asks, and the file that comes back."""
