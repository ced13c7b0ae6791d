from .command import Command, bindings, every_command

__all__ = ["Command", "bindings", "every_command"]
