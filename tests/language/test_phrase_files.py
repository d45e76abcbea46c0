"""The phrases that come with the program, and what owners and packs say otherwise."""

from __future__ import annotations

import pytest

from playbook.app.build import markdown_of, pages_of, watched
from playbook.app.folder import open_folder
from playbook.app.interview import start
from playbook.errors import ContentError, TemplateError, WorkspaceError
from playbook.language.phrase_files import known_phrases, own_phrases, plain_english
from playbook.words import Words
from playbook.workspace import Workspace

OWN_PACK = """\
id: mine
name: Mine
about: For us
wording:
  phrases:
"""


@pytest.fixture
def shop(tmp_path):
    (tmp_path / "answers.yml").write_text("pack: generic\nbusiness:\n  name: Rosewater\n")
    return Workspace(tmp_path)


def say(shop: Workspace, *lines: str) -> None:
    folder = shop.languages / "en"
    folder.mkdir(parents=True)
    (folder / "phrases.yml").write_text("".join(f"{line}\n" for line in lines))


def pack(shop: Workspace, *lines: str) -> None:
    shop.packs.mkdir()
    text = OWN_PACK + "".join(f"    {line}\n" for line in lines)
    (shop.packs / "mine.yml").write_text(text)
    shop.answers.write_text("pack: mine\nbusiness:\n  name: Rosewater\n")


def pages(shop: Workspace) -> dict[str, str]:
    opened = open_folder(shop)
    return markdown_of(shop, pages_of(opened), opened.language)


def test_english_says_everything():
    assert plain_english().say("measures.title").plain == "Measures"
    assert len(known_phrases()) > 50


def test_an_owner_says_a_title_otherwise_and_it_shows(shop):
    say(shop, "measures.title: Our {customers} in numbers")
    assert "# Our customers in numbers" in pages(shop)["docs/measures.md"]


def test_a_pack_says_titles_and_headings_otherwise(shop):
    pack(shop, "measures.title: Our numbers", "touchpoint.steps: How it is done")
    printed = pages(shop)
    assert "# Our numbers" in printed["docs/measures.md"]
    assert any("## How it is done" in text for text in printed.values())


def test_what_the_owner_says_goes_before_what_the_pack_says(shop):
    pack(shop, "measures.title: Theirs")
    say(shop, "measures.title: Mine")
    assert "# Mine" in pages(shop)["docs/measures.md"]


def test_a_wrong_phrase_of_the_owners_is_told_with_its_line(shop):
    say(shop, "measures.title: Mine", "measures.titel: Mine")
    with pytest.raises(ContentError) as caught:
        open_folder(shop)
    [problem] = caught.value.problems
    assert (problem.file, problem.line) == ("languages/en/phrases.yml", 2)
    assert problem.mend == "Did you mean “measures.title”?"


def test_a_wrong_phrase_of_a_pack_is_told_with_its_line(shop):
    pack(shop, "measures.title: Mine", "measures.titel: Mine")
    with pytest.raises(ContentError) as caught:
        open_folder(shop)
    [problem] = caught.value.problems
    assert (problem.file, problem.line) == ("mine.yml", 7)
    assert problem.mend == "Did you mean “measures.title”?"


def test_without_a_file_of_their_own_nothing_is_said_otherwise(shop):
    assert own_phrases(shop, "en") == ({}, [])


def test_html_of_an_owner_or_a_coach_never_reaches_a_page(shop):
    say(shop, "measures.title: Our <script>alert(1)</script> numbers")
    with pytest.raises(ContentError, match="without HTML"):
        open_folder(shop)


def test_no_link_is_followed_to_phrases(shop, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "secret.yml"
    elsewhere.write_text("measures.title: Secret\n")
    folder = shop.languages / "en"
    folder.mkdir(parents=True)
    (folder / "phrases.yml").symlink_to(elsewhere)
    with pytest.raises(WorkspaceError, match="link"):
        open_folder(shop)


def test_phrases_come_along_into_a_new_folder_and_are_watched(shop, tmp_path_factory):
    say(shop, "measures.title: Mine")
    copy = Workspace(tmp_path_factory.mktemp("new") / "copy")
    start(copy, shop.answers)
    assert "# Mine" in pages(copy)["docs/measures.md"]
    assert shop.languages in watched(shop)


def test_a_template_of_before_there_were_phrases_prints_what_we_say(shop):
    shop.answers.write_text("pack: cafe\nbusiness:\n  name: Rosewater\n")
    shop.templates.mkdir()
    (shop.templates / "touchpoint.md.j2").write_text(
        '# {{ title }}\n\n{{ say("touchpoint.steps") }}\n\n'
        "{% for line in say.lines %}\n- {{ line }}\n{% endfor %}\n"
        "{% if say.suggested %}\nSuggested\n{% endif %}\n"
    )
    page = pages(shop)["docs/touchpoint-greeting.md"]
    assert "What we do" in page
    assert "\n- " in page
    assert "Suggested" in page


def test_a_template_that_asks_for_a_phrase_there_is_not_is_told_with_the_nearest(shop):
    shop.templates.mkdir()
    (shop.templates / "measures.md.j2").write_text('# {{ say("measures.titel") }}\n')
    with pytest.raises(
        TemplateError, match=r"line 1: there is no phrase “measures.titel”"
    ) as caught:
        pages(shop)
    assert "measures.title" in str(caught.value)


@pytest.mark.parametrize(
    ("call", "wrong"),
    [
        ("say()", "needs the id of a phrase in quotation marks"),
        ("say(title)", "needs the id of a phrase in quotation marks"),
        ('say("stage.of", number=1)', "the phrase “stage.of” needs count as well"),
    ],
)
def test_a_template_that_says_a_phrase_wrongly_is_told_with_its_line(shop, call, wrong):
    shop.templates.mkdir()
    (shop.templates / "measures.md.j2").write_text(f"# {{{{ {call} }}}}\n")
    with pytest.raises(TemplateError, match=wrong):
        pages(shop)


def test_a_macro_of_an_owners_own_may_be_called_say(shop):
    shop.templates.mkdir()
    text = "{% macro say(x) %}So: {{ x }}{% endmacro %}# {{ say(title) }}\n"
    (shop.templates / "measures.md.j2").write_text(text)
    assert "# So: Measures" in pages(shop)["docs/measures.md"]


def test_the_word_for_customers_is_the_owners():
    speaking = plain_english(Words("family"), Words("families"))
    assert speaking.say("measures.revenue-new").plain == "From new families"
