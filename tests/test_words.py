"""The owner's words come out of Markdown and HTML exactly as they were typed."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import jinja2
import markdown
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from playbook.words import Words, clean

LIST = Path(__file__).parent / "data" / "naughty_strings.txt"
NAUGHTY = [
    line
    for line in LIST.read_text(encoding="utf-8").split("\n")
    if line.strip() and not line.startswith("# ")
]
EXTENSIONS = [
    "attr_list", "md_in_html", "tables", "def_list", "admonition", "toc", "pymdownx.details",
]  # fmt: skip
PLACES = {
    "a heading": ("# {w}", "h1"),
    "a heading with an address": ("## {w} {{: #here }}", "h2"),
    "a list": ("- {w}\n- next", "li"),
    "a numbered list": ("1. {w}\n2. next", "li"),
    "a cell": ("| a | b |\n| - | - |\n| {w} | b |", "td"),
    "a last cell": ("| a | b |\n| - | - |\n| a | {w} |", "td:nth-child(2)"),
    "a block of HTML": ('<div markdown>\n{w}\n</div>', "div > p"),
    "an element of HTML": ("<p>{w}</p>", "p"),
    "a word of HTML": ("so <span>{w}</span> so", "span"),
    "a link": ("see [{w}](x.md)", "a"),
    "a paragraph": ("{w}", "p"),
    "a paragraph below another": ("above\n\n{w}\n\nbelow", "p:nth-child(2)"),
    "a term": ("{w}\n:   means", "dt"),
    "a meaning": ("term\n:   {w}", "dd"),
    "a note": ("!!! note\n    {w}", "div > p:nth-child(2)"),
    "the title of a note": ('!!! note "{w}"\n    text', "p.admonition-title"),
    "the title of a fold": ('??? note "{w}"\n    text', "summary"),
    "bold text": ("so **{w}** so", "strong"),
    "a quotation": ("> {w}", "blockquote > p"),
}  # fmt: skip


@cache
def converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=EXTENSIONS)


def page(place: str, text: str) -> LexborHTMLParser:
    """Return a page with *text* in one place, as a browser takes it."""
    words = Words(text).__html__()
    body = converter().reset().convert(PLACES[place][0].format(w=words))
    return LexborHTMLParser(f"<!doctype html><body>{body}</body>")


def skeleton(tree: LexborHTMLParser) -> list[object]:
    """Return every element with its attributes, save our marks in the text and made-up ids."""
    return [
        (node.tag, {name: value for name, value in node.attributes.items() if name != "id"})
        for node in tree.root.traverse(include_text=False)
        if node.tag not in ("br", "bdi")
    ]


@cache
def harmless(place: str) -> list[object]:
    return skeleton(page(place, "harmless"))


def read(node: LexborNode) -> str:
    """Return what a reader sees: a line break for br, blanks run together as browsers do."""
    pieces = [
        "\n" if child.tag == "br" else re.sub(r"[ \t\n\f\r]+", " ", child.text_content or "")
        for child in node.traverse(include_text=True)
        if child.tag in ("br", "-text")
    ]
    return collapsed("".join(pieces))


def collapsed(text: str) -> str:
    lines = clean(text).strip("\n").split("\n")
    return "\n".join(re.sub(r"[ \t\f\r]+", " ", line).strip(" ") for line in lines).strip(" \n")


def check(place: str, text: str) -> None:
    tree = page(place, text)
    node = tree.css_first(PLACES[place][1])
    assert node is not None
    assert read(node) == collapsed(text)
    assert skeleton(tree) == harmless(place)
    ids = [named.attributes["id"] or "" for named in tree.css("[id]")]
    assert all(re.fullmatch(r"[\w-]*", made) for made in ids)


@pytest.mark.parametrize("place", PLACES)
def test_every_naughty_string_is_shown_as_typed(place: str) -> None:
    for text in NAUGHTY:
        check(place, text)


@pytest.mark.parametrize("place", PLACES)
@given(text=st.text(min_size=1))
@example(text="one\n\n\n# two\n    three\n")
@example(text="  two  blanks  ")
@example(text="a\u202eb\u2066c")
@example(text="\x02wzxhzdk:0\x03 \x02amp\x03")
@example(text="&#38;amp; &lt; &#x3c;")
@example(text="\x85\u2028\u2029\x0b\x0c\x1c")
@example(text="a\\\nb  \nc")
@example(text="```\n<script>alert(1)</script>\n```")
@example(text="[a]: javascript:1\n[a]\n*[a]: b\n[^1]: c")
def test_any_text_is_shown_as_typed(place: str, text: str) -> None:
    assume(collapsed(text))
    check(place, text)


MARKS = st.text(alphabet="<>&\"'`*_#[](){}!|:;=+-~^\\/.$%@?, \n\t1aA", min_size=1)


@given(place=st.sampled_from(sorted(PLACES)), text=MARKS)
def test_any_heap_of_marks_is_shown_as_typed(place: str, text: str) -> None:
    assume(collapsed(text))
    check(place, text)


@given(st.text())
def test_an_attribute_holds_the_text_on_one_line(text: str) -> None:
    tree = LexborHTMLParser(f'<p title="{Words(text).attribute}">x</p>')
    node = tree.css_first("p")
    assert node is not None
    assert set(node.attributes) == {"title"}
    assert node.attributes["title"] == clean(text).replace("\n", " ")


@given(st.text())
def test_no_mark_of_any_language_is_left_in_the_encoded_text(text: str) -> None:
    encoded = Words(text).__html__()
    # A comma starts nothing anywhere, and neither does a full stop after a letter.
    encoded = re.sub(r"(?<=[A-Za-z])\.|,", "", encoded)
    encoded = re.sub(r"&#[0-9]+;|<br>|</?bdi>", "", encoded)
    assert not re.search(r"[^A-Za-z0-9 \x80-\U0010ffff]", encoded)


@given(st.text(alphabet=st.characters()))
def test_clean_text_can_be_shown_and_saved(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert clean(cleaned) == cleaned
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", cleaned)


def test_what_cannot_be_shown_leaves_a_mark_of_its_own() -> None:
    assert clean("a\x00b\ud800c\ufdd0") == "a\ufffdb\ufffdc\ufffd"
    assert clean("a\r\nb\rc\td") == "a\nb\nc\td"


def test_a_text_that_sets_its_own_direction_cannot_turn_the_page_around() -> None:
    assert Words("a\u202eb").__html__() == "<bdi>a&#8238;b</bdi>"
    assert "<bdi>" not in Words("שלום").__html__()


def test_a_template_writes_words_encoded_and_cannot_write_them_twice() -> None:
    template = jinja2.Environment(autoescape=True).from_string("{{ a }} {{ a | e }} {{ [a][0] }}")
    assert template.render(a=Words("<b>")) == " ".join(["&#60;b&#62;"] * 3)


def test_words_are_text_to_a_program() -> None:
    words = Words("Tea & Cake")
    assert words == "Tea & Cake"
    assert words.plain == "Tea & Cake"
    assert type(words.plain) is str


def test_the_list_of_naughty_strings_is_long_and_varied() -> None:
    assert len(NAUGHTY) >= 300
    for needed in (
        "<![",
        "---",
        "{{",
        "|",
        "javascript:",
        "{:",
        "--8<--",
        "[^",
        "*[",
        "\u202e",
        "\u200b",
    ):
        assert any(needed in text for text in NAUGHTY), needed
