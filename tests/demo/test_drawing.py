"""Every recipe of the demo world can be drawn, and the same seed gives the same bytes."""

import pytest

from app.demo import content, drawing

SMALL = (96, 96)


def wanted() -> list[str]:
    world = content.load()
    pictures = [picture for post in world.posts for picture in post.pictures]
    pictures += [product.picture for product in world.products]
    pictures += [picture for account in world.accounts for picture in (account.avatar, account.banner)]
    return sorted({picture.recipe for picture in pictures})


def test_every_recipe_in_the_texts_is_known():
    names = {recipe.partition(":")[0] for recipe in wanted()}
    assert names <= drawing.PRODUCTS | drawing.SCENES | drawing.AVATARS


@pytest.mark.parametrize("name", sorted(drawing.PRODUCTS | drawing.AVATARS | drawing.SCENES - {"diary"}))
def test_same_seed_same_bytes(name):
    first, again = (drawing.draw(name, 5, SMALL).tobytes() for _ in range(2))
    assert first == again


@pytest.mark.parametrize("name", sorted(drawing.PRODUCTS | drawing.SCENES - {"diary"}))
def test_another_seed_another_picture(name):
    assert len({drawing.draw(name, seed, SMALL).tobytes() for seed in (1, 2)}) == 2


def test_natural_sizes():
    assert drawing.draw("teapot", 1).size == drawing.PRODUCT_SIZE
    assert drawing.draw("cat_face", 1).size == drawing.AVATAR_SIZE
    assert drawing.draw("sea:dusk", 1).size in drawing.SHAPES.values()
    assert drawing.draw("diary:tea", 1).size == drawing.SHAPES["long"]


def test_avatars_are_all_different():
    avatars = [account.avatar for account in content.load().accounts]
    drawn = {drawing.draw(avatar.recipe, avatar.seed, (64, 64)).tobytes() for avatar in avatars}
    assert len(drawn) == len(avatars)


def test_an_unknown_recipe_is_refused():
    with pytest.raises(drawing.UnknownRecipe):
        drawing.draw("dragon", 1)
