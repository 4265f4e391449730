"""Messages of those who keep the rules: checks, comparisons and cases."""

from lianggao.faults.wording import Wordings

WORDINGS: Wordings = {}
