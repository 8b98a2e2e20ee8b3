"""Roles: who is actor and who recipient of an event, by the frame of its trigger."""

from detente.coding.roles.fill import roles
from detente.coding.roles.filled import Roles, same

__all__ = ["Roles", "roles", "same"]
