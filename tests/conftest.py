"""Lets test modules import what they share (`made_items`) from this folder."""
