from __future__ import annotations

from ...agreeing.approve import approve_command
from ...agreeing.subject import SUMMARY

command = approve_command(SUMMARY)
