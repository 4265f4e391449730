"""All pages of a law by their path: one per rule, and the index."""

from __future__ import annotations

from pathlib import Path

from lianggao.audit.pages.changelog import entries_in, naming
from lianggao.audit.pages.examples import examples_of
from lianggao.audit.pages.index_page import index_page
from lianggao.audit.pages.rule_page import rule_page
from lianggao.audit.pages.suites import counts_in
from lianggao.rulebook import Law


def pages_of(law: Law, repository: Path) -> dict[str, str]:
    """Return the text of every page, `index.md` and `<document>/<rule>.md`.

    `repository` holds the log of changes and the case files; what of them is not there is left out. Raises InputError
    where a case file is wrong.
    """
    shown, entries, counts = examples_of(law, law.rules), entries_in(repository), counts_in(repository, law)
    pages = {"index.md": index_page(law)}
    for rule in sorted(law.rules, key=lambda rule: rule.id):
        own = None if counts is None else counts.get(rule.id, {})
        pages[f"{rule.id}.md"] = rule_page(rule, law, shown.get(rule.id), naming(entries, rule.rule.document), own)
    return pages
