from __future__ import annotations

from xml.etree import ElementTree

import pytest

from playbook.charts.svg import ELLIPSIS, element, lines, number, width
from playbook.words import Safe, Words


def test_an_element_encodes_words_and_refuses_bare_text():
    made = element("a", {"b": 'x"<', "c": Words('y"<')}, Words("<z>"), Safe("<d/>"))
    again = ElementTree.fromstring(made)
    assert (again.get("b"), again.get("c"), again.text) == ('x"<', 'y"<', "<z>")
    with pytest.raises(AttributeError):
        element("a", {}, "<z>")  # type: ignore[arg-type]


def test_lines_fit_and_say_when_something_is_left_out():
    found = lines("Honorificabilitudinitatibus is a long word to say in a narrow place", 6, 4)
    assert len(found) == 4
    assert found[-1].endswith(ELLIPSIS)
    assert all(width(line) <= 6 for line in found)
    assert lines("", 6, 4) == ()


def test_a_word_wider_than_a_line_is_cut_and_nothing_of_it_is_lost():
    found = lines("a Honorificabilitudinitatibus b", 6, 20)
    assert "".join(found).replace(" ", "") == "aHonorificabilitudinitatibusb"
    assert all(width(line) <= 6 for line in found)
    assert lines("wide", 0.1, 9) == ("w", "i", "d", "e")


def test_bold_letters_and_letters_of_wide_scripts_take_more_room():
    assert width("word", bold=True) > width("word")
    assert width("愛") > width("M") > width("n") > width("i")
    assert width("e\u0301") == width("e")


@pytest.mark.parametrize(
    ("value", "written"), [(0, "0"), (10, "10"), (2.5, "2.5"), (0.126, "0.13"), (3.999, "4")]
)
def test_a_length_is_written_short(value, written):
    assert number(value) == written
