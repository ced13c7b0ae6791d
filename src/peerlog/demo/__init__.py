"""Half a year of people who mentor each other, written and played for `peerlog demo`."""
