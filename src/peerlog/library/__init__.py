"""Packaged data that people work with, as TOML, and what reads it."""
