"""Read the nature of construction from the words of a project's name and description, where the list does not state it.

What is written there (`扩建`, `迁建`, `技改`) is how the project names itself; several words leave several natures, and
no word leaves all. It tells no more than whether the retrofit carve-out can apply, and every reading is noted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lianggao.recognition.remarks import Remark

Rows = Sequence[Mapping[str, str]]
Reading = tuple[frozenset[str], tuple[Remark, ...]]

FIELD = "construction_nature"
ANY = "any"
# `新建村`, `新建路`: a place. `新建成`: when, not what.
_PLACE = re.compile(r"新建(?=[村镇乡路街县区成])")


class Natures:
    """The reader, made from the tables `nature-words` and `enumerations` of the vocabulary.

    >>> words = [{"word": "改扩建", "value": "expansion;reconstruction"}, {"word": "扩建", "value": "expansion"}]
    >>> domain = [{"domain": "construction_nature", "value": nature} for nature in ("expansion", "reconstruction")]
    >>> natures = Natures(words, domain)
    >>> sorted(natures.read("某某水泥厂改扩建项目")[0])
    ['expansion', 'reconstruction']
    """

    def __init__(self, words: Rows, enumerations: Rows) -> None:
        self.domain = tuple(row["value"] for row in enumerations if row["domain"] == FIELD)
        # Words such as `节能` and `升级` settle nothing, but with them a retrofit can't be ruled out.
        values = {row["word"]: self.domain if row["value"] == ANY else row["value"].split(";") for row in words}
        self._values = {word: frozenset(natures) for word, natures in values.items()}
        longest_first = sorted(self._values, key=len, reverse=True)
        self.words = tuple(values)
        self._words = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def read(self, *texts: str) -> Reading:
        """Return the natures that the words of the texts leave possible; they are in the normal form but for spaces."""
        return self.decide(*map(self.said, texts))

    def said(self, text: str) -> tuple[str, ...]:
        """Return the words that a text has."""
        return tuple(dict.fromkeys(self._words.findall(_PLACE.sub("", text))))

    def decide(self, *said: tuple[str, ...]) -> Reading:
        """Return the natures that the words of several texts leave possible."""
        words = tuple(dict.fromkeys(word for each in said for word in each))
        if not words:
            return frozenset(self.domain), ()
        natures = frozenset[str]().union(*(self._values[word] for word in words))
        if len(natures) == len(self.domain):
            return natures, ()
        why = f"未填建设性质，按名称和建设内容中的“{'、'.join(words)}”识别"
        return natures, (Remark("nature-read", FIELD, why),)
