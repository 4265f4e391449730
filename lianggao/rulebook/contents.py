"""What a document contains, as far as it is known, place by place, and what of that is left unencoded."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictStr, ValidationInfo, field_validator

from lianggao.rulebook.conditions import Strict


class DocumentPlace(Strict):
    """A place in a document and what stands there; `left_to` where no rule renders it, or rules only part of it."""

    place: StrictStr
    what: StrictStr
    left_to: Literal["person", "nobody"] | None = None
    why: Annotated[StrictStr | None, Field(validate_default=True)] = None
    departments: tuple[StrictStr, ...] = ()
    """Whose person it is left to."""

    @field_validator("why")
    @classmethod
    def _explained(cls, why: str | None, info: ValidationInfo) -> str | None:
        left = info.data.get("left_to")
        if left and not why:
            raise ValueError(f"say why the place is left to {left}")
        if why and "left_to" in info.data and not left:
            raise ValueError("it goes with `left_to`")
        return why


class Contents(Strict):
    """What a document contains as far as it is known; `known` says whether that is all of it."""

    known: Literal["whole", "part"]
    places: tuple[DocumentPlace, ...]

    @field_validator("places")
    @classmethod
    def _some(cls, places: tuple[DocumentPlace, ...]) -> tuple[DocumentPlace, ...]:
        # Not `min_length`, which counts only places without a fault of their own.
        if not places:
            raise ValueError("at least one is needed")
        return places
