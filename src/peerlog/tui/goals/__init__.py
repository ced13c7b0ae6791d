"""Goals: moving them on, and what is done for them."""
