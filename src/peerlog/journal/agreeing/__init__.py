"""Texts that people agree to: putting one forward, signing and declining it, how it stands, its signed copy."""
