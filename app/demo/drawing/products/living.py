"""Plants, animals' belongings, and cloth."""

from app.demo.drawing import paths
from app.demo.drawing.backdrops import FLOOR
from app.demo.drawing.canvas import Canvas, Fade, round_body
from app.demo.drawing.colours import (
    BRICK,
    GLAZES,
    GOODS,
    INK,
    MOSS,
    MUSTARD,
    OAK,
    PAPER,
    SAGE,
    SAND,
    SPROUT,
    WHITE,
    clear,
    darker,
    ink,
    lighter,
)


def potted(c: Canvas) -> None:
    green = c.rng.choice((SPROUT, MOSS, SAGE, ink("7d9a4f")))
    c.shadow(500, FLOOR, 260, 48)
    for i in range(13):
        angle = -90 + (i - 6) * 22 + c.rng.randint(-6, 6)
        tone = lighter(green, 0.25) if i % 3 == 0 else darker(green, 0.06 * (i % 3))
        c.fill(paths.leaf(500, 570, 330 - abs(i - 6) * 18, 90, angle), tone)
    c.fill(
        paths.lathe(500, [(200, 540), (196, 590), (150, FLOOR)], smooth=False),
        round_body(c.rng.choice((*GLAZES, BRICK))),
    )
    c.box(288, 520, 712, 590, round_body(c.rng.choice((BRICK, PAPER, SAND))), 16)


def cactus(c: Canvas) -> None:
    green = c.rng.choice((SPROUT, MOSS, ink("6f9a86")))
    c.shadow(500, FLOOR, 250, 48)
    c.box(610, 380, 690, 520, round_body(green), 40)
    c.box(560, 470, 690, 540, darker(green, 0.08), 36)
    c.box(400, 230, 590, 640, round_body(green), 95)
    for x in (440, 495, 550):
        for y in range(290, 600, 46):
            c.line([(x - 9, y - 9), (x + 9, y + 9)], clear(PAPER, 0.75), 4)
    c.oval(495, 226, 40, 30, ink("e39aa4"))
    c.fill(paths.lathe(500, [(180, 600), (176, 650), (130, FLOOR)], smooth=False), round_body(c.rng.choice(GLAZES)))


def watering_can(c: Canvas) -> None:
    tin = c.rng.choice(GOODS)
    c.shadow(520, FLOOR, 380, 50)
    c.line([(400, 690), (260, 520), (170, 380)], darker(tin, 0.12), 44)
    c.fill(paths.turned(paths.box(90, 340, 240, 390, 14), -32, (165, 365)), lighter(tin, 0.15))
    c.line([(520, 430), (600, 270), (800, 300), (810, 520), (730, 660)], darker(tin, 0.2), 34, smooth=True)
    c.fill(paths.lathe(560, [(165, 430), (185, 560), (205, FLOOR)], smooth=False), round_body(tin))
    c.oval(560, 430, 165, 36, darker(tin, 0.35))
    for i in range(5):
        c.line([(120 - i * 18, 420 + i * 34), (112 - i * 18, 448 + i * 34)], ink("8db7c9"), 9)


def pet_bowl(c: Canvas) -> None:
    glaze = c.rng.choice(GOODS)
    c.shadow(500, FLOOR, 390, 55)
    for i in range(16):
        c.oval(
            330 + (i % 8) * 48, 590 - (i // 8) * 32 - 10 * (i % 2), 34, 26, ink("a8713f") if i % 3 else ink("8b5a32")
        )
    c.fill(paths.lathe(500, [(255, 590), (290, 680), (340, FLOOR)], smooth=False), round_body(glaze))
    c.line(paths.oval(500, 590, 255, 30, 0, 180), lighter(glaze, 0.3), 12)
    c.oval(500, 710, 42, 34, PAPER)
    for dx, dy in ((-56, -34), (-20, -58), (20, -58), (56, -34)):
        c.oval(500 + dx, 706 + dy, 17, 20, PAPER)


def scratcher(c: Canvas) -> None:
    cloth = c.rng.choice(GOODS)
    c.shadow(500, FLOOR, 350, 50)
    c.box(230, 740, 770, FLOOR, Fade((lighter(OAK, 0.2), OAK)), 20)
    c.box(420, 320, 580, 745, round_body(SAND), 8)
    for y in range(336, 740, 20):
        c.line([(420, y), (580, y + 8)], clear(darker(SAND, 0.5), 0.4), 4)
    c.blob([(260, 300), (500, 270), (740, 300), (720, 370), (500, 390), (280, 370)], Fade((lighter(cloth, 0.3), cloth)))
    c.line([(690, 360), (700, 470)], INK, 4)
    c.oval(700, 500, 34, 34, round_body(c.rng.choice((MUSTARD, BRICK, PAPER))))


def leash(c: Canvas) -> None:
    strap = c.rng.choice(GOODS)
    c.shadow(500, 600, 420, 330, 0.3)
    loops = [
        (230, 350),
        (420, 230),
        (640, 300),
        (700, 520),
        (560, 700),
        (340, 680),
        (280, 500),
        (430, 400),
        (580, 470),
        (760, 690),
    ]
    c.line([(x + 8, y + 18) for x, y in loops], clear(INK, 0.15), 40, smooth=True)
    c.line(loops, strap, 38, smooth=True)
    c.line(loops, clear(lighter(strap, 0.6), 0.6), 6, smooth=True)
    c.ring(790, 735, 42, 42, MUSTARD, 20)
    c.box(730, 655, 800, 720, INK, 12)


def blanket(c: Canvas) -> None:
    wool, other = c.rng.sample(GOODS, 2)
    c.shadow(500, FLOOR, 410, 55)
    for i, y in enumerate((660, 545, 430)):
        tone = (wool, lighter(wool, 0.18), wool)[i]
        c.box(190, y, 810, y + 128, Fade((lighter(tone, 0.16), tone, darker(tone, 0.18))), 62)
        for x in range(250, 790, 90):
            c.line([(x, y + 12), (x, y + 116)], clear(lighter(other, 0.3), 0.55), 14)
    c.fill(paths.box(560, 430, 720, 700, 10), Fade((lighter(wool, 0.25), wool)))
    for x in range(568, 720, 16):
        c.line([(x, 696), (x - 3, 736)], lighter(wool, 0.1), 5)


def towel(c: Canvas) -> None:
    cloth = lighter(c.rng.choice(GOODS), 0.3)
    c.line([(150, 230), (850, 230)], OAK, 26)
    c.shadow(520, 560, 300, 380, 0.3)
    c.fill(
        [(300, 225), (710, 225), (715, 800), (500, 812), (295, 800)],
        Fade((lighter(cloth, 0.25), cloth, lighter(cloth, 0.1), darker(cloth, 0.1)), across=True),
    )
    for y in (640, 675, 735):
        c.line([(297, y), (713, y)], darker(cloth, 0.3), 12 if y != 735 else 24)
    for x in range(305, 715, 17):
        c.line([(x, 800), (x, 836)], lighter(cloth, 0.15), 6)


def socks(c: Canvas) -> None:
    wool, tip = c.rng.sample(GOODS, 2)
    c.shadow(500, 640, 400, 260, 0.35)
    for dx in (120, -60):
        shape = [
            (380 + dx, 200),
            (560 + dx, 200),
            (556 + dx, 520),
            (620 + dx, 640),
            (600 + dx, 740),
            (450 + dx, 720),
            (250 + dx, 790),
            (170 + dx, 740),
            (210 + dx, 650),
            (375 + dx, 540),
        ]
        c.blob(shape, Fade((lighter(wool, 0.16), wool, darker(wool, 0.12))))
        c.blob([(170 + dx, 735), (215 + dx, 648), (290 + dx, 640), (290 + dx, 775), (235 + dx, 792)], tip)
        for y in (290, 370, 450):
            c.box(384 + dx, y, 556 + dx, y + 26, clear(PAPER, 0.65))
        c.box(368 + dx, 178, 572 + dx, 240, darker(wool, 0.12), 20)


def scarf(c: Canvas) -> None:
    wool, other = c.rng.sample(GOODS, 2)
    c.shadow(500, 600, 380, 300, 0.3)
    for x0, y1 in ((330, 850), (520, 780)):
        c.fill(
            paths.box(x0, 430, x0 + 150, y1, 8),
            Fade((darker(wool, 0.08), wool, lighter(wool, 0.1), darker(wool, 0.14)), across=True),
        )
        for y in range(540, y1 - 20, 70):
            c.box(x0, y, x0 + 150, y + 22, lighter(other, 0.2))
        for x in range(x0 + 8, x0 + 150, 18):
            c.line([(x, y1), (x, y1 + 44)], wool, 7)
    c.blob(
        [(250, 330), (500, 230), (750, 330), (740, 460), (500, 540), (260, 460)],
        Fade((lighter(wool, 0.25), wool, darker(wool, 0.15))),
    )
    c.blob([(370, 350), (500, 310), (630, 350), (500, 400)], darker(wool, 0.4))


def apron(c: Canvas) -> None:
    cloth = c.rng.choice(GOODS)
    c.shadow(510, 560, 330, 380, 0.28)
    c.line([(405, 250), (420, 150), (500, 110), (580, 150), (595, 250)], darker(cloth, 0.3), 16, smooth=True)
    for side in (-1, 1):
        c.line([(500 + side * 215, 480), (500 + side * 330, 560)], darker(cloth, 0.3), 14)
    c.fill(
        [(400, 235), (600, 235), (640, 420), (725, 480), (735, 830), (265, 830), (275, 480), (360, 420)],
        Fade((lighter(cloth, 0.18), cloth, darker(cloth, 0.1))),
    )
    c.box(375, 570, 625, 730, lighter(cloth, 0.22), 14)
    c.line([(378, 600), (622, 600)], darker(cloth, 0.25), 6)
    c.line([(420, 575), (450, 500)], OAK, 16)
    c.oval(455, 490, 24, 30, lighter(OAK, 0.2))
    c.line([(500, 735), (500, 826)], clear(WHITE, 0.18), 5)


RECIPES = {
    "potted": potted,
    "cactus": cactus,
    "watering_can": watering_can,
    "pet_bowl": pet_bowl,
    "scratcher": scratcher,
    "leash": leash,
    "blanket": blanket,
    "towel": towel,
    "socks": socks,
    "scarf": scarf,
    "apron": apron,
}
