"""A record that is handed in, as a document, a log and data. Pure: a prepared record in, text or bytes out."""
