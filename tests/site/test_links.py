from __future__ import annotations

import pytest

from playbook.site.links import problems, with_places
from playbook.site.menu import MenuEntry
from playbook.words import Words

FILES = frozenset({"assets/brand/logo.png", "robots.txt"})
OTHER = "# Other\n\n## Part {: #part }\n\n<p id='raw'>x</p>\n"


def found(text: str) -> list[str]:
    pages = {"index.md": text, "journey/other.md": OTHER}
    menu = (
        MenuEntry(Words("Home"), "index.md"),
        MenuEntry(Words("Section"), None, (MenuEntry(Words("Other"), "journey/other.md"),)),
    )
    return [
        f"{each.file}:{each.line} {each.what} {each.mend}" for each in problems(pages, menu, FILES)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[a](journey/other.md)",
        "[a](journey/other.md#part)",
        "[a](journey/other.md#raw)",
        "<a href='journey/other.html#part'>a</a>",
        '<a class="x"\n href="journey/other.html">a</a>',
        "![a](assets/brand/logo.png)",
        "<img src='assets/brand/logo.png'>",
        "[a](https://example.org) [b](mailto:a@b.example) <a href='tel:&#43;49'>c</a>",
        "# Top {: #top }\n\n[a](#top)",
        "[a][b]\n\n[b]: journey/other.md",
        "`[a](nowhere.md)`\n\n```\n[a](nowhere.md)\n```\n\n<!-- [a](nowhere.md) -->",
        str(Words("[a](nowhere.md) <a href='x'>").__html__()),
        "<div>\n[no link](nowhere.md)\n</div>",
        "<script>x = '<a href=nowhere.html>'</script>",
        "<a href=journey/other.html>a</a>",
        '<div markdown="1">\n[a](journey/other.md)\n</div>',
    ],
)
def test_a_link_that_leads_somewhere_is_no_problem(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("x\n\n[a](nowhere.md)", "index.md:3 “nowhere.md” leads to a page that does not exist."),
        ("[a](journey/other.html)", "In Markdown, write .md"),
        ("<a href='journey/other.md'>a</a>", "Inside an HTML tag, write .html"),
        ("[a](journey/other.md#none)", "a place that journey/other.md does not have"),
        ("[a](#none)", "a place that index.md does not have"),
        ("[a](/journey/other.md)", "root of the server"),
        ("[a]()", "empty"),
        ("![a](https://example.org/x.png)", "loaded from outside"),
        ("<img src='//example.org/x.png'>", "loaded from outside"),
        ("[a](javascript:alert(1))", "not a web, mail or phone address"),
        ("<a href='java&#115;cript:alert(1)'>a</a>", "not a web, mail or phone address"),
        ("[a](../index.md)", "does not exist"),
        ("![a](assets/brand/none.png)", "does not exist"),
        ("[a](https://[x)", "not an address"),
        ("---\nkind: x\n---\n\n# A\n\n[a](nowhere.md)", "index.md:7 "),
        ("x\n\n[a][b]\n\n[b]:\n  nowhere.md", "index.md:6 "),
        ('x\n\n<a class="y"\n href="nowhere.html">a</a>', "index.md:4 "),
        ('<div markdown="1">\n\n[a](nowhere.md)\n\n</div>', "index.md:3 "),
        ("> - a\n>\n>     [a](\n>     nowhere.md)", "index.md:"),
        ("```\n[a](nowhere.md)\n```\n\n[a](nowhere.md)", "index.md:5 "),
        ("<a href=nowhere.html>a</a>", "does not exist"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_its_line(text, what):
    (problem,) = found(text)
    assert what in problem


def test_the_menu_and_the_pages_must_agree():
    pages = {"index.md": "", "lost.md": ""}
    menu = (
        MenuEntry(Words("Home"), "index.md"),
        MenuEntry(Words("Again"), "index.md"),
        MenuEntry(Words("Gone"), "gone.md"),
        MenuEntry(Words("Nothing")),
    )
    told = " ".join(str(each) for each in problems(pages, menu, FILES))
    for words in ("listed twice", "gone.md, which does not exist", "“Nothing”", "lost.md"):
        assert words in told


def test_a_hidden_page_need_not_be_listed_but_must_be_named():
    menu = (MenuEntry(Words("Home"), "index.md"), MenuEntry(Words("X"), "x.md", hidden=True))
    assert problems({"index.md": "[x](x.md)", "x.md": ""}, menu, FILES) == []


def test_a_site_needs_a_first_page():
    assert "index.md" in str(problems({}, (), FILES)[0])


def test_a_page_of_brackets_is_checked_in_no_time():
    assert found("[" * 20_000) == []
    assert found("<a " * 5_000) == []


def test_a_template_of_the_owners_need_not_know_which_places_others_link_to() -> None:
    pages = {
        "index.md": '[help](people.md#help) <a href="people.html#reach">reach</a>\n',
        "people.md": "---\nkind: people\n---\n\n# Our crew\n\n[typo](index.md#nowhere)\n",
    }
    mended = with_places(pages, frozenset({"people.md"}))
    spans = '<div><span id="help"></span><span id="reach"></span></div>'
    assert mended["people.md"].startswith(f"---\nkind: people\n---\n\n{spans}\n\n# Our crew")
    assert mended["index.md"] == pages["index.md"], "its own links are its own business"
