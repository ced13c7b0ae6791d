"""An encrypted journal in the terminal for people who mentor each other."""

__version__ = "0.1.0"
