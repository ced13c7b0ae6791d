"""Meetings: finding a time, preparing, the agenda, running and closing them."""
