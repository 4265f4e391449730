"""Measurements: how long screening takes, and of what. Never an assertion."""
