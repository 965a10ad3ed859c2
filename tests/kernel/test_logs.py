"""What is logged, and when it is not."""

import structlog
from structlog.testing import capture_logs

from app.kernel import logs


def test_what_is_quiet_says_only_what_is_worse(app):
    log = structlog.get_logger("test")
    with capture_logs() as lines:
        with logs.quiet():
            log.info("said inside")
            log.warning("worse")
        log.info("said afterwards")
    assert [line["event"] for line in lines] == ["worse", "said afterwards"]
