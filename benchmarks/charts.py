"""Line charts as SVG, both axes logarithmic: what grows in proportion is a straight line of slope one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import pairwise
from math import floor, log10

Points = Sequence[tuple[float, float]]

WIDTH, HEIGHT, LEFT, BOTTOM, RIGHT, TOP = 640, 360, 64, 44, 190, 24
COLOURS = ("#1f6f8b", "#c8553d", "#588157", "#7b5ea7", "#b08900", "#555555", "#d1495b")


def chart(title: str, across: str, up: str, lines: Mapping[str, Points]) -> str:
    """Draw lines of (across, up) points, all above zero, with a name at the end of each."""
    xs = [x for points in lines.values() for x, _ in points]
    ys = [y for points in lines.values() for _, y in points]
    (x0, x1), (y0, y1) = _decades(xs), _decades(ys)

    def at(x: float, y: float) -> tuple[float, float]:
        across = LEFT + (log10(x) - x0) / (x1 - x0) * (WIDTH - LEFT - RIGHT)
        return round(across, 1), round(HEIGHT - BOTTOM - (log10(y) - y0) / (y1 - y0) * (HEIGHT - BOTTOM - TOP), 1)

    parts = [f'<text x="{LEFT}" y="14" font-weight="bold">{escape(title)}</text>']
    for power in range(x0, x1 + 1):
        x, y = at(10.0**power, 10.0**y0)
        parts.append(f'<path d="M{x} {y}V{TOP}" stroke="#ddd"/>')
        parts.append(f'<text x="{x}" y="{y + 16}" text-anchor="middle">{_short(power)}</text>')
    for power in range(y0, y1 + 1):
        x, y = at(10.0**x0, 10.0**power)
        parts.append(f'<path d="M{x} {y}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{x - 6}" y="{y + 4}" text-anchor="end">{_short(power)}</text>')
    parts.append(
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">{escape(across)}</text>'
    )
    parts.append(f'<text transform="translate(14 {HEIGHT / 2}) rotate(-90)" text-anchor="middle">{escape(up)}</text>')
    ends = _apart([at(*points[-1])[1] for points in lines.values()])
    for (name, points), colour, end in zip(lines.items(), COLOURS * 9, ends, strict=False):
        drawn = [at(*point) for point in points]
        path = "L".join(f"{x} {y}" for x, y in drawn)
        parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>' for x, y in drawn]
        parts.append(f'<text x="{WIDTH - RIGHT + 8}" y="{end + 4}" fill="{colour}">{escape(name)}</text>')
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    style = 'font-family="sans-serif" font-size="12"'
    body = "\n".join([f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>', *parts])
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>\n{body}\n</svg>\n'


def _decades(values: Sequence[float]) -> tuple[int, int]:
    low, high = floor(log10(min(values))), -floor(-log10(max(values)))
    return low, max(high, low + 1)


def _short(power: int) -> str:
    return f"{10**power:,}".replace(",", " ") if power >= 0 else f"{10.0**power:.{-power}f}"


def _apart(places: Sequence[float], gap: float = 15) -> list[float]:
    """Move labels down until none lies on another."""
    order = sorted(range(len(places)), key=lambda at: places[at])
    moved = list(places)
    for above, below in pairwise(order):
        moved[below] = max(moved[below], moved[above] + gap)
    return moved
