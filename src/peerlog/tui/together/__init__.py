"""Those one shares with: their page, asking, and exchanging."""
