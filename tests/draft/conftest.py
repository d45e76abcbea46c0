"""What the tests of the draft share."""

from __future__ import annotations

import pytest

from playbook.draft.memory import Memory, remember
from playbook.method.models import Method, Pack


@pytest.fixture
def then(small_method: Method, bakery: Pack) -> Memory:
    """Return the memory of somebody who has seen all there is in the bakery."""
    return remember(small_method, bakery)
