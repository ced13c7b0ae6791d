"""What people write and the rules for it: frozen values, no input or output, nothing but the standard library."""
