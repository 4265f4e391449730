"""Case files as pytest sees them: a file is a collector, and each case, or each variant of it, a test.

The projects of all tests that were selected are screened together, date by date, when the first of a date is run.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from lianggao.audit.plugin.settings import law_of

if TYPE_CHECKING:
    import os

    from lianggao.audit.cases import CaseResult, Screened, ScreenedCases
    from lianggao.audit.cases.reading import AnyVariant
    from lianggao.errors import Place

SELECTED: pytest.StashKey[list[CaseItem]] = pytest.StashKey()
"""The cases that a run selected."""

_SCREENED: pytest.StashKey[ScreenedCases] = pytest.StashKey()


class CasesFile(pytest.File):
    """One case file. A mistake in it, or in the law, is a collection error that names every place."""

    def collect(self) -> Iterator[CaseItem]:
        """Yield the cases in the order of the file."""
        from lianggao.audit.cases.reading import read_file
        from lianggao.errors import LianggaoError

        try:
            file, faults = read_file(self.path, self.nodeid, law_of(self.config))
        except LianggaoError as error:
            raise self.CollectError(error.render()) from None
        if file is None:
            raise self.CollectError("\n".join(found.render() for found in faults))
        for variant, place in file.variants():
            yield CaseItem.from_parent(self, name=variant.name, variant=variant, place=place, rule=file.rule)


class CaseItem(pytest.Item):
    """One variant of a case."""

    def __init__(self, *, variant: AnyVariant, place: Place, rule: str | None, **given: Any) -> None:
        super().__init__(**given)
        self.variant, self.place, self.rule = variant, place, rule

    def runtest(self) -> None:
        """Raise DisagreementError where the screening finds something else than the case expects."""
        from lianggao.audit.cases.running import result_of

        result = result_of(self.variant, self.screened(), self.rule, self.place)
        if not result.agrees:
            raise DisagreementError(result)

    def screened(self) -> Screened:
        """Return the screening of the case; all selected cases of one date are screened together."""
        from lianggao.audit.cases import ScreenedCases

        stash = self.session.stash
        if _SCREENED not in stash:
            variants = (item.variant for item in self.config.stash[SELECTED])
            stash[_SCREENED] = ScreenedCases(variants, law_of(self.config))
        return stash[_SCREENED][self.variant]

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show what was expected and found, or what is wrong with the law; a traceback only for a bug."""
        from lianggao.errors import LianggaoError

        if isinstance(excinfo.value, DisagreementError):
            return excinfo.value.shown()
        if isinstance(excinfo.value, LianggaoError):
            return excinfo.value.render()
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[os.PathLike[str] | str, int | None, str]:
        """Return where the case stands, lines counted from 0."""
        return self.path, self.place.line - 1, self.name


class DisagreementError(Exception):
    """A case expects one thing and the screening finds another."""

    def __init__(self, result: CaseResult) -> None:
        super().__init__(result.name)
        self.result = result

    def shown(self) -> str:
        """Return what was expected and found, the place and the project, over several lines."""
        from lianggao.audit.cases.report import in_words, project_lines

        result = self.result
        return "\n".join(
            [
                in_words(result, "en"),
                f"at {result.file}:{result.line}" + (f", rule {result.rule}" if result.rule else ""),
                *(f"    {line}" for line in project_lines(result).splitlines()),
            ]
        )
