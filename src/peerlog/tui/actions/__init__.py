"""What can be begun from every screen, one file for each part of the practice; the app inherits them all."""
