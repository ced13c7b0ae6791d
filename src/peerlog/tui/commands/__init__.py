from .command import Command, bindings

__all__ = ["Command", "bindings"]
