"""Product pictures: one thing on a quiet stage, square."""

from app.demo.drawing.products import care, craft, kitchen, light, living, paper, roads, teaware

RECIPES = {
    **teaware.RECIPES,
    **paper.RECIPES,
    **kitchen.RECIPES,
    **light.RECIPES,
    **roads.RECIPES,
    **care.RECIPES,
    **living.RECIPES,
    **craft.RECIPES,
}
