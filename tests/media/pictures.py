"""Small pictures for tests, made on the spot."""

import io
import struct
import zlib

from PIL import Image, ImageCms


def picture(kind="JPEG", size=(800, 600), mode="RGB", colour=(200, 80, 40), **options):
    """One plain picture as bytes."""
    target = io.BytesIO()
    Image.new(mode, size, colour).save(target, kind, **options)
    return target.getvalue()


def upright_by_exif():
    """A phone's picture: 400×300 lying on its side, left half red, with a place and a camera in its metadata."""
    image = Image.new("RGB", (400, 300), (0, 0, 255))
    image.paste((255, 0, 0), (0, 0, 200, 300))
    exif = Image.Exif()
    exif[0x0112] = 6  # turn 90° clockwise to see it upright
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[1] = "N"
    target = io.BytesIO()
    image.save(target, "JPEG", exif=exif, comment=b"SecretCamera", quality=95)
    return target.getvalue()


def moving(count=4, size=(300, 200), duration=80):
    """A GIF that moves."""
    frames = [Image.new("RGB", size, (40 * number % 256, 100, 200)) for number in range(count)]
    target = io.BytesIO()
    frames[0].save(target, "GIF", save_all=True, append_images=frames[1:], duration=duration, loop=0)
    return target.getvalue()


def bomb(width=20_000, height=20_000):
    """A PNG of a few hundred kilobytes that would fill gigabytes: 400 million grey pixels."""
    rows = zlib.compressobj(9)
    row = b"\0" * (width // 8 + 1)
    data = b"".join(rows.compress(row) for _ in range(height)) + rows.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def huge_webp_header():
    """The first bytes of a WebP that claims 16,383 × 16,383."""
    size = (16_382).to_bytes(3, "little")
    body = b"VP8X" + struct.pack("<I", 10) + bytes(4) + size * 2 + b"VP8L" + struct.pack("<I", 8) + bytes(8)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def with_profile():
    """A JPEG that carries a colour profile."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return picture(icc_profile=profile)


def _chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
