"""Profile pictures: faces, animals and small things on a soft round ground."""

from app.demo.drawing.avatars import animals, faces, things

RECIPES = {**faces.RECIPES, **animals.RECIPES, **things.RECIPES}
