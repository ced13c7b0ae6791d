"""Texts that people sign: their lines, steps, states and words."""
