"""Draw the whole journey on one sheet for the wall.

In come the page of the map and a look; out goes an SVG. Site and paper both use it.
"""
