"""The joint summary: composing its draft, editing it, quoting private words in it, and how it stands."""
