"""The bank of a river in the city."""

from app.demo.drawing import paths
from app.demo.drawing.canvas import Canvas, Fade
from app.demo.drawing.colours import (
    BRICK,
    BUTTER,
    GOODS,
    INK,
    MOSS,
    MUSTARD,
    PAPER,
    SAND,
    SPROUT,
    WALNUT,
    WHITE,
    Colour,
    clear,
    darker,
    ink,
    lighter,
    mix,
)
from app.demo.drawing.scenes.city import WALLS, houses
from app.demo.drawing.scenes.sky import paint_sky, time_of


def bridge(c: Canvas, variant: str) -> None:
    """A bicycle leaning on the rail of a river bank."""
    time = time_of(variant, c, ("day", "dawn", "dusk"))
    low = paint_sky(c, time, c.h * 0.5)
    houses(c, c.h * 0.52, c.h * 0.16, mix(WALLS[time], low, 0.5), lit=0.15)
    river = mix(low, ink("5f93a0"), 0.6)
    c.wash(lighter(river, 0.2), river, top=c.h * 0.52, bottom=c.h * 0.8)
    for _ in range(30):
        x, y = c.rng.uniform(0, c.w), c.rng.uniform(c.h * 0.54, c.h * 0.78)
        c.line([(x, y), (x + 80, y)], clear(WHITE, 0.3), 4)
    c.wash(lighter(SAND, 0.25), darker(SAND, 0.1), top=c.h * 0.79)
    c.line([(0, c.h * 0.62), (c.w, c.h * 0.62)], ink("5b6166"), 14)
    for x in range(30, int(c.w), 80):
        c.line([(x, c.h * 0.62), (x, c.h * 0.8)], ink("5b6166"), 8)
    bicycle(c, c.w * c.rng.uniform(0.42, 0.58), c.h * 0.85, c.rng.choice(GOODS))
    for _ in range(40):
        c.fill(
            paths.leaf(c.rng.uniform(0, c.w), c.rng.uniform(-10, c.h * 0.17), 110, 20, c.rng.uniform(60, 120)),
            clear(c.rng.choice((SPROUT, MOSS)), 0.9),
        )


def bicycle(c: Canvas, x: float, y: float, frame: Colour) -> None:
    for dx in (-190, 190):
        c.shadow(x + dx, y + 8, 150, 24, 0.4)
        c.ring(x + dx, y - 130, 128, 128, INK, 13)
        for turn in range(0, 180, 30):
            a, b = (
                paths.oval(x + dx, y - 130, 122, 122, turn, turn + 1)[0],
                paths.oval(x + dx, y - 130, 122, 122, turn + 180, turn + 181)[0],
            )
            c.line([a, b], clear(INK, 0.35), 3)
    joints = [(x - 190, y - 130), (x - 30, y - 120), (x + 140, y - 330), (x - 90, y - 320)]
    c.line([joints[0], joints[1], joints[2], joints[3], joints[0]], frame, 19)
    c.line([joints[3], joints[1]], frame, 19)
    c.line([(x - 98, y - 325), (x - 108, y - 372)], INK, 13)
    c.line([(x - 160, y - 380), (x - 60, y - 380)], WALNUT, 30)
    c.line([(x + 190, y - 130), (x + 130, y - 390), (x + 190, y - 420)], darker(frame, 0.1), 17)
    c.box(x + 160, y - 400, x + 290, y - 300, Fade((ink("d9b178"), ink("a97b45"))), 16)
    for i, tone in enumerate((BRICK, BUTTER, PAPER, MUSTARD)):
        c.oval(x + 185 + i * 28, y - 416 - 14 * (i % 2), 26, 24, tone)
    c.oval(x - 30, y - 120, 30, 30, INK)


RECIPES = {"river_bicycle": bridge}
