from .command import Command, bindings, every_command
from .group import Group

__all__ = ["Command", "Group", "bindings", "every_command"]
