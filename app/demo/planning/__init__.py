"""What the texts do not say, drawn by lot from the seed: who follows, likes, keeps and wants what, and when.

Plain values again; the same world and seed give the same plan.
"""

from app.demo.planning.follows import Follow, follows
from app.demo.planning.liking import Reaction, favourites, likes, wants
from app.demo.planning.visiting import Visit, visits
from app.demo.planning.voting import Vote, votes

__all__ = ["Follow", "Reaction", "Visit", "Vote", "favourites", "follows", "likes", "visits", "votes", "wants"]
