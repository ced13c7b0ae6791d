"""Goals: setting them, moving them on, and how far each has come."""
