"""Meeting for the first time: three files, and the words that both compare aloud."""
