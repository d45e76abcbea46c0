"""Tell whether the standards somebody signed are still the same."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from itertools import chain

from playbook.model.journey import Touchpoint
from playbook.model.playbook import Playbook
from playbook.pages.parts import Anchor
from playbook.words import Words

_LENGTH = 8
# Marks of a sentence, with what may close behind them: inside “2.5” or “14:30” they are no such.
_SENTENCE_MARKS = re.compile(r"[.,;:!?…]+(?=[\s\"')\]]|\Z)")
# The same sign, as different keyboards and programs write it.
_SAME_SIGNS = str.maketrans("‘’‚“”„«»\N{NON-BREAKING HYPHEN}–—", '\'\'\'"""""---')


def digest(*parts: object) -> Anchor:
    """Return a short sign that differs where *parts* differ."""
    # Written as JSON, so that no text can slip from one part into the next.
    text = json.dumps(parts, ensure_ascii=True)
    return Anchor(hashlib.sha256(text.encode()).hexdigest()[:_LENGTH])


def fingerprint(playbook: Playbook, role_id: str) -> Anchor:
    """Return the fingerprint of the standards that a role answers for.

    It covers promises, steps, standard and owner of the role's touchpoints. Their order, names
    and other texts leave no trace, nor does anything that ``normalised`` takes away.
    """
    points = playbook.touchpoints_of(role_id)
    return digest(sorted(_standards(playbook, point) for point in points))


def normalised(text: Words | None) -> str:
    """Return *text* without what changes no meaning: layout, case, the marks of a sentence."""
    if text is None:
        return ""
    plain = unicodedata.normalize("NFC", text.plain).translate(_SAME_SIGNS).casefold()
    return " ".join(_SENTENCE_MARKS.sub("", plain).split())


def _standards(playbook: Playbook, point: Touchpoint) -> list[list[str]]:
    promises = [playbook.promise_of(promise_id) for promise_id in point.promises]
    kept = sorted((normalised(one.name), normalised(one.detail)) for one in promises if one)
    return [
        list(chain.from_iterable(kept)),
        [normalised(step) for step in point.steps],
        [normalised(point.standard)],
        [point.owner or ""],
    ]
