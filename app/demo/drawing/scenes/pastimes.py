"""What people collect, mend and grow."""

from app.demo.drawing import paths
from app.demo.drawing.canvas import Canvas, Fade, round_body
from app.demo.drawing.colours import (
    GLAZES,
    GOODS,
    INK,
    MOSS,
    MUSTARD,
    OAK,
    PAPER,
    WALNUT,
    WHITE,
    WOOD,
    clear,
    darker,
    ink,
    lighter,
    mix,
)
from app.demo.drawing.scenes.furniture import plant, wall

STEEL = ink("b9bdbc")


def workbench(c: Canvas, variant: str) -> None:
    """A mending table from above: something opened, tools in a row."""
    c.wash(lighter(WOOD, 0.12), darker(WOOD, 0.15))
    for joint in range(120, int(c.h), 240):
        c.line([(0, joint), (c.w, joint)], clear(WALNUT, 0.4), 6)
    mat = c.rng.choice((MOSS, ink("3f5d70"), ink("5d5a66")))
    x, y = c.w * 0.45, c.h * 0.46
    c.box(70, 70, c.w - 190, c.h - 120, darker(mat, 0.1), 24)
    for k in range(120, int(max(c.w, c.h)), 90):
        c.line([(k, 84), (k, c.h - 134)], clear(WHITE, 0.09), 3)
        c.line([(84, k), (c.w - 204, k)], clear(WHITE, 0.09), 3)
    c.shadow(x + 20, y + 40, 330, 280, 0.55)
    case = c.rng.choice(GOODS)
    c.box(x - 240, y - 180, x + 240, y + 180, Fade((lighter(case, 0.16), darker(case, 0.1))), 40)
    c.box(x - 205, y - 145, x + 205, y + 145, ink("2f4f43"), 12)
    for _ in range(24):
        px, py = x + c.rng.uniform(-180, 150), y + c.rng.uniform(-125, 100)
        c.box(
            px,
            py,
            px + c.rng.choice((20, 36, 54)),
            py + c.rng.choice((16, 26)),
            c.rng.choice((INK, MUSTARD, STEEL, ink("b5402e"))),
            4,
        )
    c.line([(x + 150, y - 60), (x + 260, y - 200), (x + 360, y - 120)], ink("b5402e"), 8, smooth=True)
    for i in range(4):
        ty = c.h * (0.2 + i * 0.17)
        c.box(c.w - 140, ty, c.w - 40, ty + 34, round_body(c.rng.choice(GOODS)), 16)
        c.box(c.w - 230, ty + 12, c.w - 138, ty + 22, STEEL, 4)
    for _ in range(12):
        px, py = c.rng.uniform(110, c.w - 260), c.rng.uniform(c.h * 0.76, c.h - 150)
        c.ring(px, py, 13, 13, STEEL, 8)


def negatives(c: Canvas, variant: str) -> None:
    """Strips of film on a light box, a little landscape in every frame."""
    c.wash(ink("f7f3e6"), ink("e6e0cf"))
    rows, strip = max(2, round(c.h / 400)), 300.0
    for row in range(rows):
        y, angle = c.h * (row + 0.5) / rows - strip / 2, c.rng.uniform(-3, 3)
        middle = (c.w / 2, y + strip / 2)
        base = c.rng.choice((ink("8a4f2a"), ink("4a4440"), ink("5d3c2b")))
        c.fill(paths.turned(paths.box(-40, y, c.w + 40, y + strip), angle, middle), base)
        for k in range(-20, int(c.w) + 20, 52):
            for edge in (y + 12, y + strip - 34):
                c.fill(paths.turned(paths.box(k, edge, k + 28, edge + 22, 6), angle, middle), ink("f1ecdd"))
        for k in range(4):
            x = 30 + k * 330
            top, bottom = c.rng.choice(
                ((ink("d9b98a"), ink("5c6c78")), (ink("e7c9a0"), ink("7d5540")), (ink("cfd0c2"), ink("4f5a4c")))
            )
            c.fill(
                paths.turned(paths.box(x, y + 46, x + 300, y + strip - 46), angle, middle),
                Fade((top, mix(top, bottom, 0.5))),
            )
            line = [(x + i * 60, y + 170 + c.rng.uniform(-50, 30)) for i in range(6)]
            c.fill(paths.turned([*line, (x + 300, y + strip - 46), (x, y + strip - 46)], angle, middle), bottom)
            c.fill(
                paths.turned(paths.oval(x + c.rng.uniform(60, 240), y + 100, 24, 24), angle, middle), lighter(top, 0.5)
            )
    c.glow(c.w / 2, c.h / 2, c.w * 0.7, c.h * 0.7, WHITE, 0.2)


def museum(c: Canvas, variant: str) -> None:
    """A vessel in a case under a spot of light."""
    tone = c.rng.choice((ink("3c3a40"), ink("4a3f38"), ink("37444a"), ink("57433c")))
    c.wash(darker(tone, 0.3), tone)
    x, base, glaze = c.w / 2, c.h * 0.72, c.rng.choice(GLAZES)
    c.fill([(x - 60, 0), (x + 60, 0), (x + 420, base), (x - 420, base)], (255, 236, 196, 30))
    c.glow(x, base - 200, 520, 430, ink("ffe7bd"), 0.55)
    c.box(x - 330, base, x + 330, c.h, Fade((ink("d8cfc0"), ink("93897b"))))
    c.oval(x, base + 2, 220, 26, (40, 30, 30, 90))
    profile = c.rng.choice(
        (
            [(80, -470), (62, -400), (170, -300), (215, -190), (150, -60), (105, 0)],
            [(60, -450), (50, -330), (110, -250), (190, -150), (170, -40), (110, 0)],
            [(230, -300), (215, -220), (150, -110), (80, -60), (100, 0)],
        )
    )
    c.fill(paths.lathe(x, [(half, base + y) for half, y in profile]), round_body(glaze))
    half, mouth = profile[0]
    c.oval(x, base + mouth, half, half * 0.2, darker(glaze, 0.35))
    for i in range(7):
        c.fill(paths.leaf(x - 90 + i * 30, base - 150 - 18 * (i % 2), 70, 26, -60 + i * 18), clear(ink("39557d"), 0.6))
    c.box(x + 120, base + 60, x + 270, base + 130, PAPER, 4)
    for i in range(3):
        c.line([(x + 136, base + 80 + i * 16), (x + 250 - i * 22, base + 80 + i * 16)], clear(INK, 0.5), 4)


def garden(c: Canvas, variant: str) -> None:
    """A wall full of pots."""
    wall(c)
    for row in range(max(2, round(c.h / 420))):
        y = 340 + row * 400
        c.box(60, y, c.w - 60, y + 26, Fade((OAK, WALNUT)), 6)
        c.shadow(c.w / 2, y + 44, c.w * 0.5, 40, 0.25)
        for k in range(int((c.w - 140) / 200)):
            plant(c, 170 + k * 200 + c.rng.uniform(-20, 20), y, c.rng.uniform(150, 235))


RECIPES = {
    "workbench": workbench,
    "negatives": negatives,
    "museum": museum,
    "garden": garden,
}
