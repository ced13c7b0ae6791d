"""Exchanging with partners: taking in what arrived, showing what would leave, letting it leave, and how it travels."""

from __future__ import annotations

from ..own_devices.own_keys import after_taking_in, enrol_if_behind, shared_spaces
from .arriving import Arrived, arrived_files, arrived_in_folder, refused_before
from .carrying import names_in_folder, tidy_folder, use_folder, waiting_in_folder
from .exchange_partners import OWN_DEVICES, exchange_partners, one_partner, partners_named
from .leaving import Preview, SentUpdate, preview, send

__all__ = [
    "OWN_DEVICES",
    "Arrived",
    "Preview",
    "SentUpdate",
    "after_taking_in",
    "arrived_files",
    "arrived_in_folder",
    "enrol_if_behind",
    "exchange_partners",
    "names_in_folder",
    "one_partner",
    "partners_named",
    "preview",
    "refused_before",
    "send",
    "shared_spaces",
    "tidy_folder",
    "use_folder",
    "waiting_in_folder",
]
