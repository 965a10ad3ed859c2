"""Outlines as lists of points: everything that is drawn here is a polygon in the end."""

import math
from collections.abc import Sequence

Point = tuple[float, float]
Points = list[Point]
CURVE_STEPS = 10


def oval(x: float, y: float, rx: float, ry: float, start: float = 0, end: float = 360) -> Points:
    """An ellipse, or the arc of it from `start` to `end` degrees (0 is east, clockwise)."""
    steps = max(8, round(72 * abs(end - start) / 360))
    turns = [math.radians(start + (end - start) * i / steps) for i in range(steps + 1)]
    return [(x + rx * math.cos(t), y + ry * math.sin(t)) for t in turns]


def box(x0: float, y0: float, x1: float, y1: float, radius: float = 0) -> Points:
    """An upright rectangle with round corners."""
    r = min(radius, abs(x1 - x0) / 2, abs(y1 - y0) / 2)
    if r <= 0:
        return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    corners = [(x1 - r, y0 + r, -90), (x1 - r, y1 - r, 0), (x0 + r, y1 - r, 90), (x0 + r, y0 + r, 180)]
    return [p for cx, cy, a in corners for p in oval(cx, cy, r, r, a, a + 90)]


def curve(points: Sequence[Point], *, closed: bool = False) -> Points:
    """A smooth line through all the points (Catmull-Rom)."""
    last = len(points) - 1
    out: Points = []
    for i in range(len(points) if closed else last):
        if closed:
            a, b, c, d = (points[(i + k) % len(points)] for k in (-1, 0, 1, 2))
        else:
            a, b, c, d = (points[min(max(i + k, 0), last)] for k in (-1, 0, 1, 2))
        out += [_between(a, b, c, d, step / CURVE_STEPS) for step in range(CURVE_STEPS)]
    return out if closed else [*out, points[last]]


def _between(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    def axis(k: int) -> float:
        linear = (c[k] - a[k]) * t
        square = (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t
        cube = (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t**3
        return (2 * b[k] + linear + square + cube) / 2

    return axis(0), axis(1)


def lathe(x: float, profile: Sequence[Point], *, smooth: bool = True) -> Points:
    """A turned body (cup, bottle, lamp) from its right-hand profile: (half width, y) from top to bottom."""
    right = curve(profile) if smooth else list(profile)
    return [(x + half, y) for half, y in right] + [(x - half, y) for half, y in reversed(right)]


def leaf(x: float, y: float, length: float, width: float, angle: float) -> Points:
    """A pointed leaf growing from (x, y) towards `angle` degrees (0 is east, -90 is up)."""
    sides = [(length * t / 10, width * math.sin(math.pi * (t / 10) ** 0.8) / 2) for t in range(11)]
    outline = sides + [(along, -across) for along, across in reversed(sides)]
    return turned([(x + along, y + across) for along, across in outline], angle, (x, y))


def crescent(x: float, y: float, r: float, share: float = 0.72) -> Points:
    """A waxing moon, open to the right; `share` is how deep the bite goes."""
    inner = oval(x, y, r * (1 - share), r, 270, 90)
    return turned([*oval(x, y, r, r, 90, 270), *inner], 25, (x, y))


def turned(points: Sequence[Point], angle: float, centre: Point) -> Points:
    """The same outline turned clockwise by `angle` degrees."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    cx, cy = centre
    return [(cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos) for x, y in points]


def ridge(width: float, base: float, height: float, steps: int, offsets: Sequence[float]) -> Points:
    """A hill line across the picture, without its foot; `offsets` are 0..1, one a step."""
    tops = [(width * (i - 1) / (steps - 2), base - height * offsets[i % len(offsets)]) for i in range(steps + 1)]
    return curve(tops)
