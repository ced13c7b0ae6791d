"""Feeding readers of what others wrote with changed input, by atheris; see docs/fuzzing.md."""
