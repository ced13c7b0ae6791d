"""Which key does what, and the palette of everything that can be done."""
