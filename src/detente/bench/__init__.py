"""Measuring against gold data and against a bare parse."""
