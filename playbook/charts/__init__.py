"""Draw with numbers and words: plain SVG, coloured by the style sheet around it.

In come values and labels; out goes safe SVG. It knows no page; pages and posters draw with it.
"""
