"""What goes from one journal to another: meeting for the first time, updates, folders."""
