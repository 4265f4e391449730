"""The base of all results, and words that several of them share."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Status = Literal["certain", "possible"]


class Model(BaseModel):
    """Base of all results: nothing changes after it was made."""

    model_config = ConfigDict(frozen=True, extra="forbid")
