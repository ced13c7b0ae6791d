"""What counts as CPD, and where somebody stands with what their professional body asks for."""
