"""Photo-like scenes; `variant` may ask for a time of day (dawn, day, grey, dusk, night) or a season."""

from app.demo.drawing.scenes import city, land, outings, pastimes, riverside, room, table

RECIPES = {
    **table.RECIPES,
    **land.RECIPES,
    **city.RECIPES,
    **riverside.RECIPES,
    **room.RECIPES,
    **pastimes.RECIPES,
    **outings.RECIPES,
}
