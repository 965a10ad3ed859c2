"""Three people move to an empty site with all they have; done again nothing changes."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from app.accounts import operations as accounts
from app.accounts import queries as people
from app.accounts.models import Account
from app.engagement import operations as engagement
from app.engagement.models import Comment
from app.kernel import clock, recounting, storage, vault
from app.kernel.database import Base, db
from app.kernel.transactions import operation
from app.media import operations as media
from app.notifications.models import Notice
from app.portability import operations, queries
from app.portability.models import AwaitedRelation
from app.posts import operations as posts
from app.posts.models import OptionWriting, PollWriting, Post, PostImage
from app.posts.presenters import post_view
from app.relationships import operations as relationships
from app.relationships import queries as relations
from tests.media.pictures import moving, picture
from tests.support.makers import PASSWORD

NAMES = ("liang", "meihua", "dashan")
FILES = ("account", "posts", "comments", "likes", "favourites", "shelves", "votes", "relations")
CHANGING = {"id", "exported_at", "file", "picture", "avatar", "banner", "reply_to", "thread", "comment", "post_id"}


def export(account, work_off, folder) -> Path:
    operations.request_export(by=account, now=clock.now())
    work_off()
    target = folder / f"{account.handle}.zip"
    shutil.copy(vault.path_of(queries.latest_export(account).key), target)
    return target


@operation
def empty_the_site():
    """A site on which nobody is: no rows (but the audit log, which nothing removes), no files."""
    db.session.expunge_all()
    for table in reversed(Base.metadata.sorted_tables):
        if table.name != "audit_log":
            for column in table.columns:
                if column.foreign_keys and column.nullable:
                    db.session.execute(table.update().values({column.name: None}))
            db.session.execute(delete(table))


@pytest.fixture
def three(app, work_off, make_product):
    """Liang, Meihua and Dashan, whose posts, reposts and relations are knit together."""
    now = clock.now()
    liang, meihua, dashan = (
        accounts.open_account(
            handle=name, nickname=f"{name}·人", email=f"{name}@example.com", password=PASSWORD, now=now
        )
        for name in NAMES
    )
    accounts.edit_profile(by=liang, nickname=liang.nickname, bio="爱喝茶", avatar=picture(), now=now)
    product = make_product()
    relationships.follow(meihua, by=liang, now=clock.now())
    relationships.follow(liang, by=meihua, now=clock.now())
    relationships.mark_special(liang, by=meihua)
    relationships.follow(dashan, by=meihua, now=clock.now())
    relationships.mute(dashan, by=liang, now=clock.now())
    group = relationships.create_group("茶友", by=liang, now=clock.now())
    relationships.add_to_group(group, meihua, by=liang, now=clock.now())
    images = [media.store_image(content, by=liang, now=clock.now()) for content in (picture(), moving())]
    root = posts.publish(
        by=liang, text="新到的壶 #茶具#", image_ids=[one.id for one in images], alts={images[0].id: "一把壶"},
        product_ids=[product.id], poll=PollWriting([OptionWriting("买"), OptionWriting("不买")]), now=clock.now(),
    )  # fmt: skip
    middle = posts.repost(root, by=meihua, text="真好看 @liang", now=clock.now())
    posts.repost(middle, by=dashan, text="我也觉得", now=clock.now())
    bare = posts.repost(root, by=dashan, text="", now=clock.now())
    posts.publish(by=liang, text="只给茶友", audience="group", group_id=group.id, now=clock.now())
    edited = posts.publish(by=meihua, text="写错了", now=clock.now())
    posts.edit(edited, text="改对了", by=meihua, now=clock.now())
    posts.pin(edited, by=meihua, now=clock.now())
    comment = engagement.comment(root, by=meihua, text="多少钱", now=clock.now())
    engagement.comment(root, by=liang, text="一百二十九", reply_to=comment, now=clock.now())
    engagement.like_comment(comment, by=liang, now=clock.now())
    shown = media.store_image(picture(colour=(1, 2, 3)), by=dashan, now=clock.now())
    engagement.comment(root, by=dashan, text="", image_id=shown.id, now=clock.now())
    engagement.like(root, by=meihua, now=clock.now())
    engagement.favourite(bare, by=meihua, now=clock.now())
    engagement.want(product, by=dashan, now=clock.now())
    posts.vote(root, by=meihua, choices=[1], now=clock.now())
    work_off()
    return [liang, meihua, dashan]


def moved(app, three, work_off, folder, *, names=NAMES):
    """The exports of the three, and an empty site instead of the one they come from."""
    files = {account.handle: export(account, work_off, folder) for account in three}
    empty_the_site()
    shutil.rmtree(app.config["UPLOAD_DIR"])
    return [files[name] for name in names]


def take_in(*files):
    import contextlib

    with contextlib.ExitStack() as stack:
        packs = [stack.enter_context(operations.opened(file)) for file in files]
        return operations.take_in(packs, now=clock.now(), password_for=lambda handle: PASSWORD)


def plain(value):
    """What does not change when it moves."""
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items() if name not in CHANGING}
    return [plain(one) for one in value] if isinstance(value, list) else value


def content(file: Path):
    with zipfile.ZipFile(file) as archive:
        told = {kind: plain(json.loads(archive.read(f"{kind}.json"))) for kind in FILES}
        for kind in ("relations", "likes"):
            told[kind].sort(key=str)
        for entry in told["posts"] + told["comments"]:
            entry.pop("entities"), [version.pop("entities") for version in entry.get("versions", [])]
        media_files = sorted(archive.read(name) for name in archive.namelist() if name.startswith("media/"))
        return told, media_files


def everything():
    db.session.expire_all()
    return {table.name: sorted(map(repr, db.session.execute(select(table)))) for table in Base.metadata.sorted_tables}


def test_nothing_is_lost_on_the_way(app, three, work_off, tmp_path):
    files = moved(app, three, work_off, tmp_path)
    arrivals = take_in(*files)
    assert [arrival.is_new for arrival in arrivals] == [True] * 3
    assert [dict(arrival.skipped) for arrival in arrivals] == [{}, {}, {}]
    assert [miscount for counters in recounting._counters for miscount in counters()] == []
    (tmp_path / "again").mkdir()
    for file in files:
        account = people.accounts_named([file.stem])[file.stem]
        again, pictures = content(export(account, work_off, tmp_path / "again"))
        before, pictures_before = content(file)
        assert again == before
        assert pictures == pictures_before, "pictures are the same, bit by bit"


def test_the_tree_stands_as_it_was(app, three, work_off, tmp_path):
    take_in(*moved(app, three, work_off, tmp_path))
    last = db.session.scalar(select(Post).where(Post.text == "我也觉得"))
    view = post_view(last, viewer=None)
    assert view.root.author.handle == "liang"
    assert [link.author.handle for link in view.chain] == ["meihua"]
    assert (view.root.repost_count, view.root.comment_count, view.root.like_count) == (3, 3, 1)
    assert [card.title for card in view.root.cards] == ["山野手冲壶"]
    assert view.root.label == "ad"
    ids = list(db.session.scalars(select(Post.id).order_by(Post.created_at)))
    assert ids == sorted(ids)
    image = db.session.scalar(select(PostImage)).image_id
    assert storage.path_of(f"{db.session.get_one(media_model(), image).key}-large.webp").is_file()


def media_model():
    from app.media.models import Image

    return Image


def test_nobody_is_rung_up(app, three, work_off, tmp_path):
    take_in(*moved(app, three, work_off, tmp_path))
    work_off()
    assert db.session.scalars(select(Notice).where(Notice.kind != "system")).all() == []


def test_taken_in_twice_nothing_changes(app, three, work_off, tmp_path):
    files = moved(app, three, work_off, tmp_path)
    take_in(*files)
    before = everything()
    take_in(*files)
    after = everything()
    assert {name for name in after if after[name] != before[name]} == set()


def test_one_after_the_other_they_find_each_other(app, three, work_off, tmp_path):
    files = moved(app, three, work_off, tmp_path)
    dashans, meihuas, liangs = files[2], files[1], files[0]
    take_in(dashans)
    repost = db.session.scalar(select(Post).where(Post.text == "我也觉得"))
    view = post_view(repost, viewer=None)
    assert view.root.is_deleted
    assert [link.author for link in view.chain] == [None]
    take_in(meihuas)
    assert db.session.scalars(select(AwaitedRelation.handle_key)).all() == ["liang"]
    meihua = people.accounts_named(["meihua"])["meihua"]
    assert [link.author.handle for link in post_view(repost, viewer=None).chain] == ["meihua"]
    take_in(liangs)
    assert db.session.scalars(select(AwaitedRelation)).all() == []
    liang = people.accounts_named(["liang"])["liang"]
    assert relations.is_following(meihua.id, liang.id)
    assert post_view(db.session.get_one(Post, repost.id), viewer=None).root.author.handle == "liang"
    take_in(*files)
    assert [miscount for counters in recounting._counters for miscount in counters()] == []
    assert len(db.session.scalars(select(Comment)).all()) == 3
    assert post_view(db.session.get_one(Post, repost.id), viewer=None).root.like_count == 1


def test_a_stranger_who_takes_the_handle_gets_no_fans(app, three, work_off, tmp_path):
    files = moved(app, three, work_off, tmp_path)
    take_in(files[1])
    stranger = accounts.open_account(
        handle="liang", nickname="另一个", email="other@example.com", password=PASSWORD, now=clock.now()
    )
    assert not relations.is_following(people.accounts_named(["meihua"])["meihua"].id, stranger.id)
    with pytest.raises(operations.NotTaken):
        take_in(files[0])


def test_on_the_site_it_comes_from_nothing_changes(app, three, work_off, tmp_path):
    files = [export(account, work_off, tmp_path) for account in three]
    before = everything()
    take_in(*files)
    after = everything()
    assert {name for name in after if after[name] != before[name]} == set()


def test_the_command(app, three, work_off, tmp_path):
    files = moved(app, three, work_off, tmp_path)
    result = app.test_cli_runner().invoke(args=["account", "import", *map(str, files)])
    assert result.exit_code == 0, result.output
    assert "@liang: new here" in result.output
    assert "password:" in result.output
    again = app.test_cli_runner().invoke(args=["account", "import", *map(str, files)])
    assert "@liang: was here already" in again.output
    assert "password:" not in again.output
    assert db.session.scalar(select(Account).where(Account.handle == "dashan")) is not None
