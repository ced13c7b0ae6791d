"""What a professional body asks for, as data: read from TOML, checked against itself, never judged here."""
