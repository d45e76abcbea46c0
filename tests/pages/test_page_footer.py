"""Every page says who looks after it, how old it is, and where a suggestion goes."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from playbook.language.phrase_files import plain_english
from playbook.pages.catalogue import build_pages
from playbook.pages.page_footer import suggestion_link
from playbook.render.render import render
from playbook.resources import data_root
from playbook.words import Words

TEXT = """\
business:
  name: The Fig
people:
  responsible: owner
  roles:
    - id: owner
      name: Owner
    - id: host
      name: Host
journey:
  stages:
    - id: visit
      name: The visit
  touchpoints:
    - id: door
      name: At the door & "in"
      stage: visit
      owner: host
reviews:
  edition: Spring 2027
  reviewed: 2027-03-01
  next_review: 2027-09-01
  suggestions_to: {to}
"""


@pytest.fixture
def pages(make_playbook, method):
    def built(to: str = "desk@fig.example"):
        playbook = make_playbook(TEXT.replace("{to}", to))
        return {str(page.address): page for page in build_pages(playbook, method)}

    return built


def test_a_page_names_its_own_accountable_role_or_the_one_for_everything(pages):
    assert pages()["touchpoint-door.md"].care.owner.role.title == "Host"
    assert pages()["people.md"].care.owner.role.title == "Owner"


def test_a_mail_has_the_page_and_the_edition_filled_in(pages):
    page = pages()["touchpoint-door.md"]
    link = urlsplit(str(page.care.suggest).replace("&amp;", "&"))
    assert (link.scheme, link.path) == ("mailto", "desk@fig.example")
    said = parse_qs(link.query)
    assert said["subject"] == ['Suggestion: At the door & "in"']
    assert "touchpoint-door.html" in said["body"][0]
    assert "Edition: Spring 2027" in said["body"][0]


def test_the_address_of_a_form_has_them_where_it_asks_for_them(pages):
    page = pages("https://forms.example/new?title={page}&edition={edition}")["touchpoint-door.md"]
    link = str(page.care.suggest)
    assert "&amp;edition=Spring%202027" in link
    assert unquote(link).startswith('https://forms.example/new?title=At the door & "in"')
    assert '"' not in link


def test_without_an_address_it_goes_to_whoever_has_the_main_responsibility(make_playbook, method):
    people = "  people:\n    - {id: jo, name: Jo, roles: [owner], email: jo@fig.example}\njourney:"
    text = TEXT.replace("  suggestions_to: {to}\n", "").replace("journey:", people, 1)
    for page in build_pages(make_playbook(text), method):
        assert str(page.care.suggest).startswith("mailto:jo@fig.example?")


@pytest.mark.parametrize(
    "to",
    [
        "javascript:alert(1)",
        "http://plain.example",
        'https://x.example/"><script>',
        "https://x.example/{: onclick=x }",
        "ask Ann",
        "a@b",
        "",
    ],
)
def test_anything_else_makes_no_link(pages, to):
    page = pages()["people.md"]
    assert suggestion_link(Words(to), page, None, plain_english().say) is None


def test_the_foot_of_a_page_says_it_all_and_its_front_matter_has_the_day(pages):
    page = pages()["touchpoint-door.md"]
    (text,) = render([page], [data_root() / "templates"], plain_english()).values()
    assert "review_by: by 2027-09-01\n" in text
    assert "review_note: This was to be reviewed by 1 September 2027. Ask whether" in text
    assert "<p>Last reviewed on 1 March 2027.</p>" in text
    assert "<p>To be reviewed by 1 September 2027.</p>" in text
    assert ">Suggest a change to this page</a>" in text


def test_what_is_not_known_is_not_said(make_playbook, method):
    pages = build_pages(make_playbook(), method)
    for text in render(pages, [data_root() / "templates"], plain_english()).values():
        assert "pb-care" not in text
        assert "review_by" not in text.partition("\n---")[0]
