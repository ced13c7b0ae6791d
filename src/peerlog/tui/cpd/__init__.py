"""CPD: bodies, where one stands, and the record."""
