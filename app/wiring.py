"""What follows when something has happened: event -> what happens at once, what happens later.

The one table to read. At once: in the transaction of the act. Later: each listener in a transaction of its own.
"""

from app.kernel.events import Then

WIRING: dict[type, Then] = {}
