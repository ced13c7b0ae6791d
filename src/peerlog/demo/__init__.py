"""Half a year in the journals of two people who mentor each other, written for `peerlog demo`."""
