"""Looking after a journal: its passphrase, backups, health, and erasing for good."""
