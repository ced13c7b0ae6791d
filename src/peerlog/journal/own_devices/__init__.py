"""One's own devices: bringing another in, the keys of each, and taking a lost one out of use."""
