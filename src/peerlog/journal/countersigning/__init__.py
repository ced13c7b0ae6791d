"""Items that somebody outside signs: asking them, signing for others, and taking in what comes back."""
