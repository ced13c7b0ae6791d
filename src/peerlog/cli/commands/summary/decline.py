from __future__ import annotations

from ...agreeing.decline import decline_command
from ...agreeing.subject import SUMMARY

command = decline_command(SUMMARY)
