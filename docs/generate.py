"""Write the reference pages from the program itself: ``make reference``.

The tests compare the pages with what this script would write, so they cannot go stale.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import fields as fields_of
from dataclasses import is_dataclass
from pathlib import Path

import click

from playbook.answers.schema import PLACE
from playbook.checks import RULES, RULES_OF_LOGO, RULES_OF_NOTES, RULES_OF_TIME, RULES_OF_WRITING
from playbook.checks.finding import SEVERITIES
from playbook.cli import COMMANDS, main
from playbook.language.customer_word import forms_of
from playbook.language.phrase_files import known_phrases
from playbook.method.load import load_method
from playbook.method.models import Question, walk
from playbook.model.fields import fields
from playbook.model.playbook import Playbook
from playbook.pages import parts as page
from playbook.pages.catalogue import PAGE_TYPES
from playbook.resources import data_root
from playbook.words import Words

DOCS = Path(__file__).parent
MACROS = (
    ("`Words`", "{{ name }}", "the text"),
    ("`Answer`", "{{ show(standard) }}", "the text, a suggestion's mark, or “Not decided yet”"),
    ("`Answer` in a table", "{{ show_or_dash(today) }}", "the text or a dash"),
    ("`Answers`", "{{ bullets(must_know) }}", "a bulleted list"),
    ("`Link`", "{{ anchor(link) }}", "a link"),
    ("`Link or None`", "{{ link_to(measure) }}", "a link, or “Not decided yet”"),
    ("`tuple[Link, ...]`", "{{ links_to(promises) }}", "links with commas between them"),
    ("`Who`", "{{ who(owner) }}", "the role as a link, and who holds it"),
    (
        "a name that may be a suggestion",
        "{{ perhaps(title, suggested) }}",
        "the text, marked if so",
    ),
    (
        "a `Link` in something that is marked already",
        "{{ perhaps(way(link), suggested) }}",
        "a link without a mark of its own",
    ),
    ("`Reach`", "{{ reach(phone) }}", "the text, with a link for each number or address"),
    ("`tuple[Part, ...]`", "{{ linked(phone.parts) }}", "the same, without a suggestion's mark"),
    ("anything, in a `dl` of class pb-facts", "{{ fact('Who', who(owner)) }}", "a labelled fact"),
    ("a `Link`, in a `ul` of class pb-cards", "{{ card(link, does) }}", "a card to click"),
    ("an `Answer` that is a day to be done by", "{{ due(by) }}", "the day, marked once it is past"),
    ("a `Task`", "{{ task(core_task) }}", "what is decided, who sees to it, and by when"),
    ("nothing", "{{ moment() }}", "the badge of a moment of truth"),
    ("nothing", "{{ undecided() }}", "“Not decided yet”"),
)
ROOMS = ("playbook.pages", "playbook.charts")


def commands() -> str:
    """Return the page about commands and their options."""
    return "# Commands\n\n" + "\n".join(_commands())


def answers() -> str:
    """Return the page about the answers file: every field, and the question that fills it."""
    return "# The answers file\n\n" + "\n".join(_answers()) + "\n"


def checks() -> str:
    """Return the page about what ``playbook check`` looks for."""
    return "# Checks\n\n" + "\n".join(_checks()) + "\n"


def templates() -> str:
    """Return the page about what each page offers its template."""
    return "# Templates\n\n" + "\n".join(_templates())


def questions() -> str:
    """Return the page about the questions: their ids, and what they ask."""
    return "# The questions\n\n" + "\n".join(_questions()) + "\n"


def editions() -> str:
    """Return the page about editions: what each of them holds."""
    return "# Editions\n\n" + "\n".join(_editions()) + "\n"


def phrases() -> str:
    """Return the page about the phrases: what every playbook says, and how to say it otherwise."""
    return "# Phrases\n\n" + "\n".join(_phrases()) + "\n"


PAGES = {
    "commands.md": commands,
    "questions.md": questions,
    "answers.md": answers,
    "checks.md": checks,
    "templates.md": templates,
    "editions.md": editions,
    "phrases.md": phrases,
}


_ABOUT_PHRASES = """\
What every playbook says, from the titles of pages to the labels of a table, is listed below by the
id of each phrase. You can say any of them in your own words: in a file `languages/en/phrases.yml`
beside your `answers.yml`,

```yaml
measures.title: Our numbers
touchpoint.steps: How it is done
```

or in a starter pack:

```yaml
wording:
  phrases:
    measures.title: Our numbers
```

The owner's file is heard first, then the pack, then the words below. A title that is said otherwise
stands so on its page, in the menu and wherever another page leads to it; addresses and the anchors
of headings stay. An id that there is not is told with its line.

Words in braces are filled in. These may stand in every phrase, and any of them with a capital at
the beginning of a sentence (`{Customers}`); they are your word for those you serve:

| in braces | for a café |
| --- | --- |
"""
_ABOUT_SLOTS = """
The others are those of the phrase itself, which may leave one out. A phrase is plain text: what
looks like HTML is refused, and the marks of Markdown are printed as they are. In a template
`{{ say("measures.title") }}` prints a phrase, and `{{ say("stage.of", number=1, count=8) }}` one
with something to fill in. Where a phrase counts something, it has a line for each kind of number
that the language knows, `one` and `other` in English.

| id | phrase | good to know |
| --- | --- | --- |"""


def _phrases() -> Iterator[str]:
    forms = forms_of(Words("guest"), Words("guests"))
    rows = [f"| `{{{name}}}` | {word.plain} |" for name, word in forms.items()]
    yield _ABOUT_PHRASES + "\n".join(rows)
    yield _ABOUT_SLOTS
    for name, phrase in known_phrases().items():
        said = " / ".join(phrase.texts[one] for one in sorted(phrase.texts, reverse=True))
        yield f"| `{name}` | {said} | {phrase.note} |"


def _editions() -> Iterator[str]:
    yield "One set of answers makes three websites, each in a folder of its own:\n"
    yield "| edition | command | where | for whom |"
    yield "| --- | --- | --- | --- |"
    yield "| manager | `playbook build` | `site/` | whoever leads: it holds everything |"
    build, site = "playbook build --edition", "editions/"
    yield f"| staff | `{build} staff` | `{site}staff/site/` | everybody who works here |"
    yield f"| customer | `{build} customer` | `{site}customer/site/` | the people you serve |\n"
    yield "The edition for customers is one page, “Our promise to you”.\n"
    yield "An edition is made without what it must not hold: the page, the search, the map for the"
    yield "wall and the files it is built from never had it. Only text that somebody wrote into"
    yield "another answer can still tell it.\n"
    yield "## What staff do not read\n"
    yield "The sums are for those who lead; in words, `may_decide` tells everybody what they may do"
    yield "for a customer. If you want your staff to see the targets too, as many small teams do,"
    yield "give them the edition for managers.\n"
    for field in fields(Playbook):
        if field.managers_only:
            yield f"- `{field.path}`: {field.help or _document(field.record)}"
    yield "\n## What customers read\n"
    yield "Name, tagline, what you do, your story, your promise in one sentence, each promise with"
    yield "its detail, how they pay, what you send them, what you changed because of them, and whom"
    yield "to reach. Nothing else: no role, no touchpoint, no number.\n"
    yield "Some promises stay out: a starter pack's suggestion that you have not confirmed, and one"
    yield "of which you have not said `can_keep: always`. The command lists them with the reason."
    yield "At each, your team reads that it is not told to customers. Search engines may list this"
    yield "page; the other editions ask them not to."


def _commands() -> Iterator[str]:
    context = _context(main, "playbook")
    yield "What `--help` says, for reading at leisure.\n"
    yield f"```text\n{main.get_help(context)}\n```\n"
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command is not None
        yield from _command(command, f"playbook {name}")
    yield "## Exit codes\n"
    yield "| code | meaning |\n| --- | --- |"
    yield "| 0 | all went well, or you left the interview |"
    yield "| 1 | something you can mend; the message says what and how |"
    yield "| 2 | the command was typed wrongly |"
    yield "| 129, 130, 143 | the interview was ended from outside: the window was closed, "
    yield "Ctrl-C, or the computer shut down; everything answered is saved |\n"


def _command(command: click.Command, name: str) -> Iterator[str]:
    """Yield what a command says of itself, and what those inside it say."""
    context = _context(command, name)
    yield f"## {name}\n\n```text\n{command.get_help(context)}\n```\n"
    inside = command.commands if isinstance(command, click.Group) else {}
    for each, part in inside.items():
        yield from _command(part, f"{name} {each}")


def _questions() -> Iterator[str]:
    method = load_method(data_root() / "content")
    yield "Every question by its id: for `playbook interview --ask`, and for the `examples` and the"
    yield "`wording` of a [starter pack](packs.md). What is asked about one thing of a list is"
    yield "indented. **Bold** ones belong to the first draft.\n"
    for chapter in method.chapters:
        yield f"## {chapter.title}\n\nThe chapter `{chapter.id}`.\n"
        for question in chapter.questions:
            yield from _question(question, "")
        yield ""


def _question(question: Question, margin: str) -> Iterator[str]:
    name = f"**`{question.id}`**" if question.quick else f"`{question.id}`"
    yield f"{margin}- {name} {question.label}: {question.ask}"
    for one in question.each:
        yield from _question(one, f"{margin}  ")


def _context(command: click.Command, name: str) -> click.Context:
    settings = main.context_settings
    return click.Context(command, info_name=name, **settings)


def _answers() -> Iterator[str]:
    asked = dict(walk(load_method(data_root() / "content").chapters))
    yield "`answers.yml` describes the business in its own words. The interview writes it, and you"
    yield "may edit it by hand: comments stay, and a slip is reported with its line.\n"
    yield "A path joins keys with dots; `[]` stands for each item of a list. *Refers to* names the"
    yield "list whose ids a field holds.\n"
    yield "An editor that knows JSON Schema (Visual Studio Code with its YAML extension, the"
    yield "JetBrains editors, Neovim) checks and completes while you type: the first line of a new"
    yield f"file names the schema, `{PLACE}`. For a file without such a line, put"
    yield f"`# yaml-language-server: $schema={PLACE}` at its top. The folder"
    yield "`.playbook/` is the program's own. Without it nothing of yours is lost, but the program"
    yield "no longer knows what changed since you answered, nor what a pack used to suggest.\n"
    yield "Three more keys are about the file: `format` is the version of its shape, `pack` the"
    yield "starter pack, `interview` what was skipped or set aside.\n"
    yield "One key says what is not for you, and is nobody's gap: `not_for_us`, a list. An answer"
    yield "stands in it by its path, with the id of a thing in a list (`fairness.loyalty`,"
    yield "`journey.touchpoints.reminder`), a page as its address ends (`fair-dealing.html`). What"
    yield "you said there before stays in the file; take the line away, and it holds again. Links"
    yield "to a page that is left out become plain text.\n"
    yield "## Numbers, dates, colours, yes and no\n"
    yield "They are read as at a question: `7,50`, `1.234,50`, `1'200`, `€7.50`, `CHF 20.-`, `2h`"
    yield "beside `unit: minutes`, `31 March 2027`, `31. März 2027`, `le 3 avril 2027`, `dark"
    yield "green`, `yes please`. Names of months, currencies and units of time may be English,"
    yield "German, French, Spanish, Italian, Dutch or Portuguese. What the file says stays as it"
    yield "is written.\n"
    yield "What may mean two things stops nothing: `1,200` counts as 1200, `1.200` as 1.2 (as"
    yield "money, both are 1200), and `3/4/27` leaves the day open. `playbook check --lines` tells"
    yield "each with its line and both readings, and where a number is read otherwise than by"
    yield "an earlier version. A day that moves, such as `next Friday`, cannot stand in a file.\n"
    yield "## Phone numbers and mail addresses\n"
    yield "They are written as people read them: `+44 (0)20 7946 0018`, `020 7946 0018 ext. 12`,"
    yield "two numbers with words between them. On the pages each number is a link that calls it,"
    yield "and the words stay words. With `business.country` (`Ireland`, `UK`, `DE`) a number can"
    yield "be called from anywhere; without it, one that does not begin with `+` is called by its"
    yield "digits. A number of six digits or fewer, such as `112`, is a link where it stands"
    yield "alone.\n"
    yield "## Fields\n"
    yield "| field | what it is | refers to or is one of | asked by |"
    yield "| --- | --- | --- | --- |"
    for field in fields(Playbook):
        limits = field.refers or ", ".join(field.choices)
        question = asked.get(field.path)
        yield (
            f"| `{field.path}` | {field.help or _document(field.record)} | {limits} "
            f"| {question.id if question else ''} |"
        )


def _document(record: type | None) -> str:
    return (inspect.getdoc(record) or "").splitlines()[0] if record else ""


def _checks() -> Iterator[str]:
    yield "`playbook check` looks at the whole playbook and asks, in plain words, what would settle"
    yield "what it finds. In a terminal you can answer at once; the questions are those of the"
    yield "interview, and every answer is saved. `--lines` tells each finding with the name below,"
    yield "the line of the file and how to write it; `--json` prints all of that for programs:"
    yield "a list of objects with `rule`, `severity`, `question`, `what`, `mend`, `path` and `asks`"
    yield "(as `--set` takes them), `file` and `line` (null where the file says nothing yet)."
    yield "It is in ASCII, so that no console can spoil it.\n"
    yield "It ends with exit code 1 when something must be mended, and with `--strict` also when"
    yield "something should be decided.\n"
    names = {"error": "Must be mended", "warning": "Should be decided", "advice": "Worth a thought"}
    for severity in SEVERITIES:
        yield f"## {names[severity]}\n\n| check | what a sound playbook satisfies |\n| --- | --- |"
        for rule in (*RULES, *RULES_OF_TIME, *RULES_OF_WRITING, *RULES_OF_NOTES, *RULES_OF_LOGO):
            if rule.severity == severity:
                yield f"| `{rule.id}` | {rule.about} |"
        yield ""


def _templates() -> Iterator[str]:
    yield "Each kind of page has a template, `templates/<kind>.md.j2`. To change a page, put a file"
    yield "of the same name into the folder `templates/` beside your `answers.yml`. Files starting"
    yield "with `_` hold parts that several pages share, and can be replaced in the same way.\n"
    yield "A template prints the fields below and nothing else; `for`, `if`, `set`, `include` and"
    yield "macros are all the logic it needs, and arithmetic and methods are refused. Text that"
    yield "somebody typed is encoded on printing, whatever the template does with it. The rest of a"
    yield "template is HTML of its author's: take one only from somebody you would let write your"
    yield "website.\n"
    yield "# Macros\n"
    yield "`_parts.md.j2` holds the small parts. Import what you use, and find the type below:"
    yield '`{% from "_parts.md.j2" import show, who %}`\n'
    yield "| type of the field | print it with | which gives |\n| --- | --- | --- |"
    for kind, use, gives in MACROS:
        yield f"| {kind} | `{use}` | {gives} |"
    yield ""
    yield "# Pages\n"
    for page_type in PAGE_TYPES:
        yield from _fields(page_type, page_type.kind)
    yield "# Parts of pages\n"
    for part in _parts():
        yield from _fields(part, part.__name__)


def _fields(described: type, name: str) -> Iterator[str]:
    about = (inspect.getdoc(described) or "").splitlines()[0]
    yield f"## {name}\n\n{about}\n\n| field | type |\n| --- | --- |"
    for field in fields_of(described):
        shape = str(field.type).replace(" | ", " or ")
        yield f"| `{field.name}` | `{shape}` |"
    yield ""


def _parts() -> list[type]:
    """Return the records that pages are made of, each once, by name."""
    modules = {inspect.getmodule(page_type) for page_type in PAGE_TYPES} | {page}
    found = {
        value.__name__: value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and is_dataclass(value) and not issubclass(value, page.Page)
    }
    return [found[name] for name in sorted(found) if found[name].__module__.startswith(ROOMS)]


if __name__ == "__main__":
    for name, write in PAGES.items():
        (DOCS / name).write_text(write(), encoding="utf-8")
