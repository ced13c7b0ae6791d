"""Two versions of one entry: reading them, and settling what people have changed apart from each other."""
