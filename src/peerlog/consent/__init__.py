"""Consent to a joint text: what is signed, what was signed, and what it adds up to; pure, see DESIGN 6."""
