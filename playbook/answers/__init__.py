"""Keep what the owner said: the answers file, and everything that belongs beside it.

In come a folder and changes to single answers; out go ``Answers``, a plain tree with the line of
each value. It knows no starter pack and no question: what holds where nobody spoke is ``draft``.
"""
