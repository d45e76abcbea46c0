from __future__ import annotations

import html

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from playbook.language.said import fill
from playbook.render.markdown import to_html
from playbook.words import Safe, Words


def test_a_phrase_keeps_its_letters_and_loses_its_marks():
    said = fill('A "fine" day & night, *really*: 50 % off', {})
    assert said.plain == 'A "fine" day & night, *really*: 50 % off'
    assert said.__html__() == ("A &#34;fine&#34; day &#38; night, &#42;really&#42;: 50 % off")


def test_each_slot_is_encoded_by_its_own_type():
    said = fill(
        "{typed}, {ours}, {link} and {number}",
        {
            "typed": Words("<b>&"),
            "ours": Safe("people.html"),
            "link": Markup('<a href="a.html">A &amp; B</a>'),
            "number": 3,
        },
    )
    assert said.__html__() == (
        '&#60;b&#62;&#38;, people.html, <a href="a.html">A &amp; B</a> and 3'
    )


def test_a_phrase_in_a_phrase_is_encoded_once():
    inner = fill("this & that", {})
    assert fill("See {inner}", {"inner": inner}).__html__() == "See this &#38; that"


def test_bare_text_in_a_slot_counts_as_typed_by_somebody():
    assert fill("See {x}", {"x": "<i>"}).__html__() == "See &#60;i&#62;"


def test_braces_in_what_somebody_typed_stay_braces():
    assert fill("See {x}", {"x": Words("{customers}")}).plain == "See {customers}"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"])))
def test_no_phrase_and_no_slot_can_be_more_than_text(text):
    literal = f"So {text.replace('{', '{{').replace('}', '}}')} it is"
    for said in (fill(literal, {}), fill("So {slot} it is", {"slot": Words(text)})):
        page = to_html(said.__html__())
        assert "<" not in page.removeprefix("<p>").removesuffix("</p>").replace(
            "<bdi>", ""
        ).replace("</bdi>", "")
        assert (
            html.unescape(page.removeprefix("<p>").removesuffix("</p>"))
            .replace("<bdi>", "")
            .replace("</bdi>", "")
            == said.plain
        )
