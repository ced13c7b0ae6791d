"""All that is in a journal as one folder of plain files, for leaving peerlog."""
