"""Scenes on a table: tea, noodles, bread, letters."""

import math

from app.demo.drawing import paths
from app.demo.drawing.canvas import Canvas, Fade
from app.demo.drawing.colours import (
    BUTTER,
    CREAM,
    GLAZES,
    GOODS,
    INK,
    MOSS,
    MUSTARD,
    PAPER,
    SAND,
    SPROUT,
    WALNUT,
    WHITE,
    WOOD,
    Colour,
    clear,
    darker,
    ink,
    lighter,
)

CLOTHS = (CREAM, ink("d8d2c2"), ink("c7d3cb"), ink("e7cfc0"), ink("c9d2da"), ink("6d5745"), ink("4f5b52"))


def table_top(c: Canvas) -> Colour:
    """A table seen from above, with a woven or wooden pattern."""
    cloth = c.rng.choice(CLOTHS)
    c.wash(lighter(cloth, 0.12), darker(cloth, 0.07))
    if c.rng.random() < 0.5:
        for y in range(60, int(c.h), c.rng.choice((150, 210, 260))):
            c.line([(0, y), (c.w, y)], clear(darker(cloth, 0.5), 0.16), 5)
    else:
        tone = c.rng.choice(GOODS)
        for x in range(40, int(max(c.w, c.h)), 170):
            c.line([(x, 0), (x, c.h)], clear(tone, 0.12), 30)
            c.line([(0, x), (c.w, x)], clear(tone, 0.12), 30)
    c.glow(c.w * 0.2, c.h * 0.1, 900, 800, WHITE, 0.3 if sum(cloth) > 480 else 0.1)
    return cloth


def plate(c: Canvas, x: float, y: float, r: float, glaze: Colour) -> None:
    c.shadow(x + r * 0.1, y + r * 0.16, r * 1.25, r * 1.2, 0.5)
    c.oval(x, y, r, r, Fade((lighter(glaze, 0.3), darker(glaze, 0.06))))
    c.oval(x, y, r * 0.78, r * 0.78, Fade((darker(glaze, 0.1), lighter(glaze, 0.15))))


def cup(c: Canvas, x: float, y: float, r: float, liquid: Colour) -> None:
    glaze = c.rng.choice(GLAZES)
    c.shadow(x + r * 0.15, y + r * 0.22, r * 1.5, r * 1.4, 0.5)
    c.oval(x, y, r, r, Fade((lighter(glaze, 0.3), darker(glaze, 0.16))))
    c.oval(x, y, r * 0.84, r * 0.84, Fade((darker(liquid, 0.15), lighter(liquid, 0.12))))
    c.line(paths.oval(x, y, r * 0.62, r * 0.62, 200, 250), clear(WHITE, 0.5), r * 0.07)


def sprig(c: Canvas, x: float, y: float, angle: float, length: float) -> None:
    tone = c.rng.choice((SPROUT, MOSS, ink("8aa37b")))
    tip = (x + length * math.cos(math.radians(angle)), y + length * math.sin(math.radians(angle)))
    c.line([(x, y), tip], darker(tone, 0.2), 7)
    for i in range(1, 6):
        px, py = x + (tip[0] - x) * i / 5.5, y + (tip[1] - y) * i / 5.5
        for turn in (-48, 48):
            c.fill(paths.leaf(px, py, length * 0.34, length * 0.13, angle + turn), lighter(tone, 0.12 * (i % 2)))


def tea_table(c: Canvas, variant: str) -> None:
    table_top(c)
    x, y, tea = c.w * 0.45, c.h * 0.5, c.rng.choice((ink("b9782f"), ink("a8b05a"), ink("8d3f22")))
    c.shadow(x + 30, y + 60, 470, 360, 0.5)
    c.box(x - 380, y - 240, x + 400, y + 240, Fade((WOOD, darker(WALNUT, 0.05))), 50)
    for i in range(9):
        c.line([(x - 330, y - 190 + i * 48), (x + 350, y - 190 + i * 48)], clear(INK, 0.18), 8)
    clay = c.rng.choice((ink("8c4b35"), ink("5a4a40"), ink("7c8a72")))
    c.line([(x - 170, y - 20), (x - 60, y + 40), (x - 10, y + 90)], darker(clay, 0.15), 40)
    c.line([(x - 300, y - 120), (x - 370, y - 190), (x - 280, y - 215)], darker(clay, 0.2), 34, smooth=True)
    c.oval(x - 220, y - 60, 140, 136, Fade((lighter(clay, 0.16), darker(clay, 0.12))))
    c.ring(x - 220, y - 60, 84, 80, darker(clay, 0.25), 6)
    c.oval(x - 220, y - 64, 30, 28, lighter(clay, 0.2))
    for i in range(c.rng.choice((2, 3, 4))):
        cup(c, x + 80 + (i % 2) * 180, y - 120 + (i // 2) * 190 + (i % 2) * 34, 74, tea)
    sprig(c, c.w * 0.92, c.h * 0.08, 120, 330)
    if c.h > 1100:
        plate(c, c.w * 0.3, c.h * 0.88, 150, c.rng.choice(GLAZES))
        for dx, dy in ((-40, -20), (40, -30), (0, 40)):
            c.box(
                c.w * 0.3 + dx - 32, c.h * 0.88 + dy - 28, c.w * 0.3 + dx + 32, c.h * 0.88 + dy + 28, ink("a9b56a"), 14
            )


def noodle_bowl(c: Canvas, variant: str) -> None:
    table_top(c)
    x, y = c.w * 0.47, c.h * 0.5
    glaze, broth = c.rng.choice(GLAZES), c.rng.choice((ink("c9772f"), ink("b5432a"), ink("e3c58a"), ink("8a5a34")))
    c.shadow(x + 40, y + 60, 480, 460, 0.55)
    c.oval(x, y, 400, 400, Fade((lighter(glaze, 0.3), darker(glaze, 0.15))))
    c.oval(x, y, 350, 350, Fade((darker(broth, 0.2), broth)))
    for _ in range(26):
        a, r = c.rng.uniform(0, 360), c.rng.uniform(60, 250)
        px, py = x - 40 + 0.5 * r * math.cos(a), y + 30 + 0.5 * r * math.sin(a)
        c.line(
            paths.oval(px, py, c.rng.uniform(90, 170), c.rng.uniform(60, 130), a, a + 190),
            c.rng.choice((ink("f0d79b"), ink("e5c37c"))),
            15,
        )
    c.oval(x + 150, y - 120, 92, 84, WHITE)
    c.oval(x + 158, y - 116, 48, 46, Fade((ink("f6b94a"), ink("e58f2c"))))
    for i in range(4):
        c.fill(paths.leaf(x - 250 + i * 22, y - 40 - i * 40, 190, 64, -40 + i * 16), (MOSS, SPROUT)[i % 2])
    for _ in range(26):
        px, py = x + c.rng.uniform(-230, 230), y + c.rng.uniform(-230, 230)
        c.ring(px, py, 11, 9, c.rng.choice((ink("7fae5c"), ink("a7cf82"))), 6)
    for dx in (0, 44):
        c.line([(x + 300 + dx, y - 420), (x + 470 + dx, y + 430)], darker(WALNUT, 0.1), 17)
    cup(c, c.w * 0.1, c.h * 0.12, 110, ink("b9782f"))


def bakery_tray(c: Canvas, variant: str) -> None:
    table_top(c)
    c.shadow(c.w / 2 + 20, c.h / 2 + 40, c.w * 0.52, c.h * 0.52, 0.45)
    c.box(90, 90, c.w - 90, c.h - 90, Fade((ink("8d8f90"), ink("6f7173"))), 50)
    c.box(125, 125, c.w - 125, c.h - 125, lighter(SAND, 0.3), 30)
    kind = c.rng.choice((_bun, _roll, _cookie))
    step = 235
    columns, rows = int((c.w - 260) // step), int((c.h - 260) // step)
    for i in range(columns):
        for j in range(rows):
            x = c.w / 2 + (i - (columns - 1) / 2) * step
            y = c.h / 2 + (j - (rows - 1) / 2) * step
            if c.rng.random() > 0.07:
                c.shadow(x + 8, y + 22, 120, 110, 0.5)
                kind(c, x + c.rng.uniform(-8, 8), y + c.rng.uniform(-8, 8))


def _bun(c: Canvas, x: float, y: float) -> None:
    c.oval(x, y, 98, 94, Fade((ink("edb869"), ink("b8702b"))))
    c.line(paths.oval(x, y, 62, 58, 205, 265), clear(WHITE, 0.4), 14)
    for _ in range(14):
        c.oval(x + c.rng.uniform(-46, 46), y + c.rng.uniform(-46, 30), 5, 4, PAPER)


def _roll(c: Canvas, x: float, y: float) -> None:
    c.oval(x, y, 96, 92, Fade((ink("e2a85a"), ink("b57435"))))
    for r in (70, 44, 20):
        c.ring(x + r * 0.06, y, r, r * 0.95, ink("7a4422"), 11)


def _cookie(c: Canvas, x: float, y: float) -> None:
    c.oval(x, y, 94, 90, Fade((ink("e6bd80"), ink("c08c48"))))
    for _ in range(9):
        c.oval(x + c.rng.uniform(-60, 60), y + c.rng.uniform(-56, 56), 13, 11, ink("573624"))


def letter(c: Canvas, variant: str) -> None:
    table_top(c)
    x, y, angle = c.w * 0.5, c.h * 0.5, c.rng.choice((-8, -4, 6))
    c.shadow(x + 20, y + 30, 460, 500, 0.4)

    def lie(points: paths.Points) -> paths.Points:
        return paths.turned(points, angle, (x, y))

    c.fill(lie(paths.box(x - 330, y - 400, x + 330, y + 400, 8)), WHITE)
    dye, marked = c.rng.choice(GOODS[1:5]), c.rng.randint(5, 8)
    for i in range(11):
        top = y - 320 + i * 62
        c.line(lie([(x - 270, top + 26), (x + 270, top + 26)]), clear(INK, 0.1), 3)
        if i < marked:
            end = 240 if i % 3 else 120
            wave = [
                (x - 260 + k * 20, top + 10 + 12 * math.sin(k * 1.7 + i * 3) * (k % 5 != 0))
                for k in range(int((end + 260) / 20))
            ]
            c.line(lie(wave), dye, 5, smooth=True)
    c.fill(lie(paths.box(x + 120, y + 220, x + 250, y + 350, 6)), c.rng.choice(GOODS))
    c.fill(lie(paths.oval(x + 185, y + 285, 40, 40)), BUTTER)
    c.line([(x + 120, y + 180), (x + 420, y - 120)], darker(dye, 0.2), 34)
    c.line([(x + 96, y + 205), (x + 124, y + 176)], MUSTARD, 16)
    cup(c, c.w * 0.13, c.h * 0.16, 120, ink("5a3a28"))
    sprig(c, c.w * 0.04, c.h * 0.97, -40, 300)


def coffee(c: Canvas, variant: str) -> None:
    table_top(c)
    x, y = c.w * 0.5, c.h * 0.47
    plate(c, x, y, 330, c.rng.choice(GLAZES))
    cup(c, x - 10, y - 8, 220, ink("8a5530"))
    foam = ink("ecd3ae")
    for i in range(4):
        c.fill(paths.leaf(x - 10, y + 110 - i * 50, 120, 60, -40), clear(foam, 0.9))
        c.fill(paths.leaf(x - 10, y + 110 - i * 50, 120, 60, -140), clear(foam, 0.9))
    c.fill(paths.turned(paths.box(x + 190, y + 120, x + 420, y + 144, 12), 40, (x + 190, y + 130)), ink("b9bdbc"))
    c.oval(x + 205, y + 150, 44, 30, ink("c9cccb"))
    c.box(c.w * 0.04, c.h * 0.72, c.w * 0.34, c.h * 0.97, c.rng.choice(GOODS), 14)
    c.box(c.w * 0.06, c.h * 0.74, c.w * 0.34, c.h * 0.96, PAPER, 8)
    sprig(c, c.w * 0.97, c.h * 0.04, 130, 260)


def breakfast(c: Canvas, variant: str) -> None:
    table_top(c)
    x, y = c.w * 0.42, c.h * 0.52
    plate(c, x, y, 330, c.rng.choice(GLAZES))
    c.blob([(x - 190, y - 30), (x - 90, y - 170), (x + 70, y - 120), (x + 60, y + 40), (x - 80, y + 90)], WHITE)
    c.oval(x - 60, y - 40, 66, 62, Fade((ink("f8cd62"), ink("eea73a"))))
    c.blob(
        [(x + 20, y + 20), (x + 200, y - 60), (x + 230, y + 110), (x + 80, y + 190)],
        Fade((ink("e7b872"), ink("c98a44"))),
    )
    c.blob([(x + 50, y + 36), (x + 186, y - 28), (x + 204, y + 96), (x + 86, y + 160)], ink("f0d6a2"))
    for i in range(4):
        c.oval(x - 150 + i * 62, y + 170 - abs(i - 1) * 14, 36, 34, Fade((ink("dd5f45"), ink("b63d2c"))))
    sprig(c, x - 240, y + 60, 80, 150)
    cup(c, c.w * 0.84, c.h * 0.26, 140, c.rng.choice((ink("f1e7d2"), ink("7a4a2a"), ink("d98f3c"))))
    c.line([(c.w * 0.8, c.h * 0.55), (c.w * 0.86, c.h * 0.95)], ink("b9bdbc"), 18)
    c.oval(c.w * 0.795, c.h * 0.53, 34, 54, ink("c3c6c5"))


RECIPES = {
    "tea_table": tea_table,
    "noodle_bowl": noodle_bowl,
    "bakery_tray": bakery_tray,
    "letter": letter,
    "coffee": coffee,
    "breakfast": breakfast,
}
