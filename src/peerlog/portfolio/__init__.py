"""Where somebody stands with what their professional body asks for: pure, from entries that count to a verdict."""
