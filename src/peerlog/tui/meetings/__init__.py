"""Meetings: their page, preparing, running and closing them."""
