"""The version of détente, in one place."""

__version__ = "0.1.0"
