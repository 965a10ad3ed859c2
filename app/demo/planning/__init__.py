"""What the texts do not say, drawn by lot from the seed: who follows, likes, keeps and wants what, and when.

Plain values again; the same world and seed give the same plan.
"""

from app.demo.planning.follows import Follow, follows
from app.demo.planning.liking import Reaction, favourites, likes, wants
from app.demo.planning.visiting import Visit, visits

__all__ = ["Follow", "Reaction", "Visit", "favourites", "follows", "likes", "visits", "wants"]
