"""What a product stands in front of: quiet paper with an arch, a sun, a shelf or window light."""

from app.demo.drawing import paths
from app.demo.drawing.canvas import Canvas
from app.demo.drawing.colours import BACKDROPS, WHITE, Colour, clear, darker, lighter, mix

FLOOR = 790


def set_stage(c: Canvas) -> Colour:
    """Paint one of the backdrops and tell its wall colour; things stand on y = FLOOR."""
    wall, ground = c.rng.choice(BACKDROPS)
    c.wash(lighter(wall, 0.25), wall, bottom=FLOOR - 90)
    c.wash(lighter(ground, 0.15), ground, darker(ground, 0.05), top=FLOOR - 90)
    c.rng.choice((_arch, _sun, _window, _plain, _sprig))(c, wall, ground)
    return wall


def _arch(c: Canvas, wall: Colour, ground: Colour) -> None:
    shape = paths.box(210, 150, 790, 1400, 290)
    c.fill([(x, min(y, FLOOR - 90)) for x, y in shape], mix(wall, ground, 0.55))


def _sun(c: Canvas, wall: Colour, ground: Colour) -> None:
    x = c.rng.choice((330, 500, 670))
    c.fill([(px, min(py, FLOOR - 90)) for px, py in paths.oval(x, 430, 310, 310)], mix(wall, ground, 0.5))


def _window(c: Canvas, wall: Colour, _: Colour) -> None:
    for dx in (0, 190):
        for dy in (0, 215):
            x, y = 90 + dx, 70 + dy
            pane = [(x, y + 45), (x + 165, y), (x + 165, y + 185), (x, y + 230)]
            c.fill(pane, clear(WHITE, 0.32))


def _plain(c: Canvas, wall: Colour, _: Colour) -> None:
    c.glow(380, 330, 700, 560, WHITE, 0.45)


def _sprig(c: Canvas, wall: Colour, ground: Colour) -> None:
    """The shadow of a branch outside the picture."""
    tone = clear(darker(ground, 0.3), 0.16)
    side = c.rng.choice((-1, 1))
    x = 500 - side * 520
    for i in range(9):
        px, py = x + side * (60 + i * 44), 40 + i * 38
        for turn in (-62, 48):
            angle = 40 + turn if side > 0 else 140 - turn
            c.fill(paths.leaf(px, py, 120 - i * 6, 46, angle), tone)
