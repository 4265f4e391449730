"""A fault taken apart into what formats need: its code, what is wrong, what to do, and where."""

from __future__ import annotations

from dataclasses import dataclass

from lianggao.errors import Fault, Place


@dataclass(frozen=True)
class Told:
    """One finding in one language; line and column are 0 where they are not known."""

    code: str
    message: str
    place: Place

    @classmethod
    def of(cls, fault: Fault, lang: str) -> Told:
        """Take a fault apart."""
        bare = Fault(fault.code, Place(), fault.words).render(lang)
        return cls(fault.code, bare.removeprefix(f"{fault.code}: "), fault.place)
