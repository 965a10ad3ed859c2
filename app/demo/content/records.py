"""What the demo world consists of, as plain values. People and things are named by handle or key."""

from dataclasses import dataclass, field
from decimal import Decimal

from app.demo.content.desk import Desk


@dataclass(frozen=True)
class Picture:
    """A picture to be drawn: `drawing.draw(recipe, seed)`."""

    recipe: str
    seed: int
    alt: str = ""


@dataclass(frozen=True)
class Account:
    """A person or a house; `weight` says how many follow it (heavy tail), `badge` is '', orange, gold or blue."""

    handle: str
    nickname: str
    bio: str
    badge: str
    badge_reason: str
    language: str
    interests: tuple[str, ...]
    tone: str
    weight: int
    avatar: Picture
    banner: Picture


@dataclass(frozen=True)
class Product:
    """A thing that cards show; `history` holds (days ago, price), oldest first."""

    key: str
    kind: str
    title: str
    brand: str
    shop: str
    domain: str
    price: Decimal
    list_price: Decimal | None
    currency: str
    availability: str
    history: tuple[tuple[int, Decimal], ...]
    picture: Picture

    @property
    def url(self) -> str:
        return f"https://{self.domain}/item/{self.key}"


@dataclass(frozen=True)
class Option:
    """What can be chosen in a poll, with a picture or the key of a product."""

    text: str
    picture: Picture | None = None
    card: str | None = None


@dataclass(frozen=True)
class Question:
    """A poll; `minutes` is how long it is open."""

    options: tuple[Option, ...]
    most: int
    minutes: int


@dataclass(frozen=True)
class Post:
    """`before` is what it said until it was edited, `fold` the note over what is folded."""

    key: str
    by: str
    text: str
    pictures: tuple[Picture, ...]
    cards: tuple[str, ...]
    minutes_ago: int
    question: Question | None = None
    before: str = ""
    fold: str = ""
    is_ai_made: bool = False
    is_pinned: bool = False
    audience: str = "public"
    group: str = ""

    @property
    def all_pictures(self) -> tuple[Picture, ...]:
        """Its own and those of the options of its poll."""
        options = self.question.options if self.question else ()
        return (*self.pictures, *(option.picture for option in options if option.picture))

    @property
    def all_cards(self) -> tuple[str, ...]:
        """Its own and those of the options of its poll."""
        options = self.question.options if self.question else ()
        return (*self.cards, *(option.card for option in options if option.card))


@dataclass(frozen=True)
class Repost:
    """A node of a repost tree; `parent` is the key of a post (depth 1) or of another node. '' is a 快转."""

    key: str
    root: str
    parent: str
    depth: int
    by: str
    text: str
    minutes_ago: int


@dataclass(frozen=True)
class Comment:
    """`thread` is the first comment of its thread (None: this one); `reply_to` the comment it answers."""

    key: str
    post: str
    thread: str | None
    reply_to: str | None
    by: str
    text: str
    minutes_ago: int


@dataclass(frozen=True)
class Circle:
    """The groups of a person by name, and whom she follows specially."""

    by: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    special: tuple[str, ...]

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody in it, each once: she follows them all."""
        return tuple(dict.fromkeys([one for _, members in self.groups for one in members] + [*self.special]))


@dataclass(frozen=True)
class Message:
    """What one has written to another, with a card or a post at most."""

    by: str
    to: str
    text: str
    minutes_ago: int
    card: str | None = None
    post: str | None = None


@dataclass(frozen=True)
class Hosting:
    """A topic with its introduction, who hosts it and who follows it."""

    name: str
    host: str
    lead: str
    fans: tuple[str, ...]


@dataclass(frozen=True)
class World:
    """Everything, each list from old to new: whoever is answered comes before the answer."""

    accounts: tuple[Account, ...]
    products: tuple[Product, ...]
    posts: tuple[Post, ...]
    reposts: tuple[Repost, ...]
    comments: tuple[Comment, ...]
    circles: tuple[Circle, ...] = ()
    messages: tuple[Message, ...] = ()
    hostings: tuple[Hosting, ...] = ()
    desk: Desk = field(default_factory=Desk)
