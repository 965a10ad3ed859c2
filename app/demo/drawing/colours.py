"""The paint box of the demo pictures: warm paper tones, one green, and ways to mix them."""

Colour = tuple[int, int, int]
Paint = tuple[int, ...]


def ink(code: str) -> Colour:
    """'f6f1e7' -> (246, 241, 231)."""
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


PAPER, CREAM, SAND, STONE = ink("f7f2e8"), ink("efe4d0"), ink("e0cfb2"), ink("aaa393")
INK, WALNUT, WOOD, OAK = ink("38342d"), ink("74503a"), ink("b48659"), ink("d3ab7b")
SPROUT, MOSS, SAGE, CELADON = ink("5f9c6c"), ink("3f6a4e"), ink("a9bfa0"), ink("b4cdbd")
CLAY, BRICK, ROSE, BLUSH = ink("cb7a55"), ink("a9533b"), ink("d69a98"), ink("efd2c6")
MUSTARD, BUTTER, AMBER = ink("d9a546"), ink("f3dc9d"), ink("e9a05c")
SKY, TEAL, INDIGO, NIGHT = ink("b3ccd4"), ink("437c80"), ink("3d5377"), ink("232c44")
PLUM, LILAC, SNOW, WHITE = ink("77546d"), ink("c8bcd4"), ink("f1f4f5"), ink("fdfcf9")

GOODS = (CLAY, SPROUT, INDIGO, MUSTARD, TEAL, PLUM, ROSE, MOSS, BRICK, STONE)
GLAZES = (CELADON, PAPER, ink("7fa3a8"), ink("c9b79a"), ink("8a9a86"), ink("d7b6a4"), ink("5d6f83"), ink("b9685a"))
BACKDROPS = (
    (ink("f3e7d6"), ink("e6d3b9")),
    (ink("e4ebe0"), ink("cfdccb")),
    (ink("f3dfd5"), ink("e6c7b8")),
    (ink("e0e8ec"), ink("c8d6dc")),
    (ink("f5ebc9"), ink("e8d7a4")),
    (ink("e9e3ee"), ink("d5cbdd")),
    (ink("efece4"), ink("dcd6c8")),
    (ink("dbe7e3"), ink("bfd3cc")),
)
TIMES = {
    "dawn": (ink("f0c9b4"), ink("f8ead3")),
    "day": (ink("a8cbd8"), ink("eef3ea")),
    "grey": (ink("b5bfc4"), ink("e3e4df")),
    "dusk": (ink("7f6a91"), ink("f2b08a")),
    "night": (ink("1b2440"), ink("4a5681")),
}


def mix(a: Colour, b: Colour, share: float) -> Colour:
    """`share` of b in a, 0 to 1."""
    red, green, blue = (round(x + (y - x) * share) for x, y in zip(a, b, strict=True))
    return red, green, blue


def lighter(colour: Colour, share: float = 0.2) -> Colour:
    return mix(colour, WHITE, share)


def darker(colour: Colour, share: float = 0.2) -> Colour:
    return mix(colour, ink("2a2030"), share)


def clear(colour: Colour, opacity: float) -> Paint:
    """The same colour as a glaze that lets the ground shine through."""
    return *colour, round(255 * opacity)
