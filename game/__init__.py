"""Sidelines: learn diplomacy at the table."""

__version__ = "0.1.0"
