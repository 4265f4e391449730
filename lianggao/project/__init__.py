"""One project as a caller states it, field by field, under the vocabulary's keys.

It is read exactly as a row of a list is, so a quantity may be a number in the unit named, a text such as
`"5.2万吨标准煤"` or a pair `(low, high)`; what is left out is unknown. Each module has the fields of one subject and
goes on from the one before it, so that the fields stand in the vocabulary's order.
"""

from lianggao.project.facts import project_facts
from lianggao.project.project import FIELDS, Project

__all__ = ["FIELDS", "Project", "project_facts"]
