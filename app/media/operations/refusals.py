"""Why a file is not taken."""

from app.kernel.errors import Refusal


class ImageRefused(Refusal):
    """The file cannot become a picture here."""

    status = 422


class VideoRefused(Refusal):
    """The file cannot become a video here."""

    status = 422
