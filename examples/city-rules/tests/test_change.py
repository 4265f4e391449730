"""规则改动只影响已写明的项目。"""

from pathlib import Path

from lianggao.audit import assert_only_moves

HERE = Path(__file__).parents[1]


def test_only_the_announced_projects_move():
    assert_only_moves("shipped", HERE / "law", HERE / "projects.csv", HERE / "moves.yaml", as_of="2022-06-30")


def test_a_lime_kiln_of_thirteen_thousand_tonnes_is_class_two(screen):
    result = screen(HERE / "projects.csv").project(2)
    assert result.determination == "class_2"
