"""Updates that travel between people: what has arrived, and what leaves."""
