"""A clock for tests."""

from datetime import UTC, datetime, timedelta


class TickingClock:
    """Starts at a fixed moment and ticks one millisecond at each reading, so that order is never a matter of luck."""

    def __init__(self) -> None:
        self.at = datetime(2026, 5, 12, 4, 3, tzinfo=UTC)  # 12:03 in China

    def __call__(self) -> datetime:
        self.at += timedelta(milliseconds=1)
        return self.at

    def forward(self, **span: float) -> datetime:
        """Move on, e.g. `forward(hours=2)`."""
        self.at += timedelta(**span)
        return self.at
