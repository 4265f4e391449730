"""The columns of the template: one per field that a list can state, with everything that is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lianggao.intake.brackets import label_with
from lianggao.intake.columns import read_header
from lianggao.intake.spellings import Headers, read_headers
from lianggao.project import Project
from lianggao.reports.template.groups import CHECKS, GROUP_KEYS, GROUPS, WORKED_OUT, group_of
from lianggao.reports.template.wording import EXAMPLE, VALUES, WHAT, blank_means
from lianggao.rulebook import Law
from lianggao.screening.gates import CATALOG
from lianggao.tables.conditions import axes_of
from lianggao.vocabulary import Field, Vocabulary

Level = Literal["needed", "important", "optional"]
LEVELS: dict[Level, str] = {"needed": "必填", "important": "重点", "optional": "选填"}
# What an industry and its products and processes are read from.
_TELLING = {"activity": ("industry_code", "products", "process"), "county": ("place",)}
YES_NO = ("是", "否")


@dataclass(frozen=True)
class TemplateColumn:
    """A column: `options` are the texts to choose from, `group` the place of its group among all.

    `folds` says that the group may be folded away.
    """

    field: Field
    group: int
    group_name: str
    folds: bool
    header: str
    level: Level
    options: tuple[str, ...]
    what: str
    example: str
    blank: str


def template_columns(law: Law, lang: str) -> list[TemplateColumn]:
    """Return the columns in order, group by group."""
    headers, vocabulary = read_headers(law.catalogs), law.vocabulary
    fields = [known for known in vocabulary.fields.values() if known.kind != "derived"]
    important, groups = set(_important(law)), list(GROUPS)
    columns = []
    for known in fields:
        group = groups.index(group_of(known))
        options = options_of(known, vocabulary, lang)
        level: Level = "needed" if known.name == "project_name" else "optional"
        if known.name in important and known.kind != "reading":
            level = "important"
        columns.append(
            TemplateColumn(
                known,
                group,
                groups[group] if lang == "zh" else GROUP_KEYS[group],
                groups[group] in CHECKS,
                header_of(known, vocabulary, headers, level) if lang == "zh" else known.name,
                level,
                options,
                _what(known, lang),
                _example(known, vocabulary, lang),
                blank_means(known) if lang == "zh" else "unknown, never zero or no",
            )
        )
    return sorted(columns, key=lambda column: (column.group, _place(column)))


def _place(column: TemplateColumn) -> int:
    named = list(GROUPS.values())[column.group]
    return named.index(column.field.name) if column.field.name in named else len(named)


def _important(law: Law) -> Iterator[str]:
    """Yield the fields on which the catalog gate turns, and those that tell of them."""
    axes = {axis for rule in law.rules if rule.rule.gate == CATALOG for axis in axes_of(rule.condition)}
    for axis in ("county", *sorted(axes)):
        if known := law.vocabulary.fields.get(axis):
            name = known.derived_from or known.name
            yield name
            yield from _TELLING.get(name, ())


def header_of(known: Field, vocabulary: Vocabulary, headers: Headers, level: Level = "optional") -> str:
    """Return a field's label with its unit, in a form that the reader of headers gives back; else the field's key."""
    label, unit = known.label, known.unit
    mark = "（必填）" if level == "needed" else ""
    forms = (
        [label_with(known, unit) + mark, f"{label.split('（')[0]}（{unit}）{mark}"] if unit else [label + mark, label]
    )
    for form in forms:
        use = read_header(form, vocabulary, headers)
        if (use.field, use.unit) == (known.name, unit):
            return form
    return known.name


def options_of(known: Field, vocabulary: Vocabulary, lang: str) -> tuple[str, ...]:
    """Return the texts that may be chosen for a field, each of which is read as one value; none for other kinds."""
    if known.name == "industry_code_edition":
        return ("2017", "2011")
    if known.name == "declared_lianggao" and lang == "zh":
        return YES_NO
    if not known.is_choice:
        return ()
    return tuple(option_of(known, value, vocabulary, lang) for value in known.values)


def option_of(known: Field, value: str, vocabulary: Vocabulary, lang: str) -> str:
    """Return how a value is written; a county with the city before it, since several have the same name."""
    label = vocabulary.label(known.name, value)
    if lang != "zh":
        return value
    city = vocabulary.fields.get("city")
    if known.name != "county" or city is None or value not in city.of_base:
        return label
    above = vocabulary.label("city", city.of_base[value])
    return label if above == label else above + label


def _what(known: Field, lang: str) -> str:
    if lang != "zh" and known.name in Project.model_fields:
        return Project.model_fields[known.name].description or known.question
    if group_of(known) == WORKED_OUT:
        return f"{known.label}；一般空着，由程序按其他各列和收录的标准计算"
    return WHAT.get(known.name) or known.question or f"请填写{known.label}"


def _example(known: Field, vocabulary: Vocabulary, lang: str) -> str:
    if (value := VALUES.get(known.name)) in known.values and value is not None:
        return option_of(known, value, vocabulary, lang)
    return EXAMPLE.get(known.name, "")
