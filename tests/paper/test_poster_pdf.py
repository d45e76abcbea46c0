"""The poster as a sheet of paper."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from playbook.pages.journey import TouchpointPage
from tests.paper.conftest import (
    Printed,
    size,
    squeezed,
)

pytestmark = pytest.mark.slow


def test_the_poster_is_one_sheet_of_a3_with_every_touchpoint_in_its_text(printed: Printed):
    (page,) = printed.reader("poster").pages
    assert size(page) == (1191, 842)
    told = squeezed(page.extract_text())
    for one in printed.pages:
        if isinstance(one, TouchpointPage):
            assert squeezed(one.title.plain)[:12] in told


def test_the_poster_says_in_words_what_it_shows(printed: Printed):
    content = (printed.workspace.print / "poster.pdf").read_bytes()
    tree = PdfReader(io.BytesIO(content)).trailer["/Root"]["/StructTreeRoot"]
    alternatives = []

    def walk(node):
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, dict):
            if "/Alt" in node:
                alternatives.append(str(node["/Alt"]))
            if "/K" in node:
                walk(node["/K"])

    walk(tree["/K"])
    assert any("1.1 At the door" in told for told in alternatives)
