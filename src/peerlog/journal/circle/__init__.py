"""The people one shares with: who they are, what they are called, and what becomes of them."""
