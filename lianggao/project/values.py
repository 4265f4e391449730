"""What a field of a project may be given: a text, a choice by value or label, or a quantity."""

from __future__ import annotations

Text = str | None
Choice = str | None
Quantity = float | int | str | tuple[float, float] | None
