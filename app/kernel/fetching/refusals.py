"""Why a fetch was refused: a closed list, so that every case can be given its own sentence on the page."""

from enum import StrEnum


class FetchProblem(StrEnum):
    """The ways a fetch can end without a body. The values are stored with failed lookups: never rename one."""

    BAD_SCHEME = "bad_scheme"
    BAD_URL = "bad_url"
    PRIVATE_ADDRESS = "private_address"
    UNRESOLVABLE = "unresolvable"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    NOT_HTML = "not_html"
    NOT_IMAGE = "not_image"
    HTTP_STATUS = "http_status"
    CONNECTION_FAILED = "connection_failed"


class FetchRefused(Exception):
    """Nothing was fetched; `problem` says why and `status` holds the answer's status where there was one."""

    def __init__(self, problem: FetchProblem, *, url: str = "", status: int | None = None) -> None:
        super().__init__(problem.value if status is None else f"{problem.value} ({status})")
        self.problem = problem
        self.url = url
        self.status = status
