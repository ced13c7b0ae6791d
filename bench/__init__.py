"""Times and sizes of peerlog beside jrnl and a minimal Textual app, measured in one run: `make bench`."""
