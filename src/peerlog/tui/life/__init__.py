"""The life of the app: opening, locking, watching over idle time, crashes, and the terminal it runs in."""
