"""Zones of every sort, and moments in them: shared by the tests of the domain."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from peerlog.domain.moment import Moment

ZONES = (
    "UTC",
    "Europe/London",
    "Australia/Sydney",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "America/Toronto",
    "Africa/Brazzaville",
    "America/Port-au-Prince",
    "Pacific/Kiritimati",
    "Pacific/Apia",
    "Etc/GMT+12",
    "Europe/Amsterdam",
    "Africa/Monrovia",
)
"""Whole and odd offsets, daylight saving of an hour and of half an hour, skipped days, names that hold t and z."""

moments = st.builds(
    lambda instant, zone: Moment.of(instant.replace(tzinfo=UTC), zone),
    st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31)),
    st.sampled_from(("", *ZONES)),
)
"""Moments of all years but the first and the last."""
