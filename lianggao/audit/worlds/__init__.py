"""Every possible world of a gate, for one rulebook or for several side by side.

Earlier gates come in as axes of their own, whose places are the outcomes that the rulebooks can reach together; worlds
that no facts lead to are left out. Comparing, covering and choosing examples all read the same arrays.
"""

from lianggao.audit.worlds.boxes import Box, fewest_boxes
from lianggao.audit.worlds.cuts import Cuts, common_cuts
from lianggao.audit.worlds.stages import Stage, Stages, worlds_by_gate, worlds_of

__all__ = ["Box", "Cuts", "Stage", "Stages", "common_cuts", "fewest_boxes", "worlds_by_gate", "worlds_of"]
