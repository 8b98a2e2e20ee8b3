"""Checks: what in a report does not hold. One check a file, in a folder for its subject; each has its page in `docs/checks/`."""

from detente.checks.check import Check, Problem
from detente.checks.checker import Checker
from detente.checks.registry import checks
from detente.checks.report import Report

__all__ = ["Check", "Checker", "Problem", "Report", "checks"]
