from __future__ import annotations

from xml.etree import ElementTree

import pytest

from playbook.paper.html_tree import add_text, classes, parsed, with_class
from tests.paper.conftest import shown

pytest.importorskip("tinyhtml5", exc_type=ImportError)


def test_a_tree_of_any_depth_is_read():
    told = shown("<h1>T</h1>" + "<div>" * 3_000 + "deep" + "</div>" * 3_000 + "<p>after</p>")
    assert "after" in told


@pytest.mark.parametrize("tag", ["plaintext", "xmp", "listing"])
def test_text_in_an_outdated_element_ends_with_its_page(tag: str):
    told = shown(f"<h1>T</h1><div><{tag}>a < b</{tag}></div>")
    assert f"<{tag}" not in told
    assert "<pre>a &lt; b" in told


def test_text_is_put_behind_what_stands_there_already():
    element = parsed("<p>one<b>two</b>three</p>").find("p")
    add_text(element, " four")
    add_text(element.find("b"), None)
    add_text(element.find("b"), "!")
    assert "".join(element.itertext()) == "onetwo!three four"


def test_an_element_can_have_one_more_class():
    element = ElementTree.Element("p", {"class": "a b"})
    with_class(element, "c")
    assert classes(element) == {"a", "b", "c"}
