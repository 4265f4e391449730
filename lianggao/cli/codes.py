"""Exit codes that mean the same for every verb; 1 and 2 come with their errors."""

from __future__ import annotations

THERE = 3
"""Done, and what was asked about is there."""

UNDECIDED = 4
"""Done, but something asked about could not be decided."""
