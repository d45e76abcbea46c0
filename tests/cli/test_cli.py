from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from playbook import __version__
from playbook.cli import (
    COMMANDS,
    brand,
    build,
    check,
    console,
    demo,
    export,
    interview,
    main,
    new,
    options,
    packs,
    serve,
)
from playbook.model.editions import EDITIONS
from playbook.site.engines import ENGINES

ROOT = Path(__file__).parent.parent.parent
ONE_PROMISE = """\
format: 1
pack: cafe
business:
  name: The Fig
promise:
  promises:
    - id: rings
      name: Zoë rings back
"""
BROKEN = """\
format: 1
pack: cafe
business:
  name: The Fig
  gaol: Happy guests
\ttrade: bakery
  goal Happy people
people:
  responsible: bos
journey:
  touchpoints:
    - id: greeting
      steps: Smile
    - id: greeting
      name: Again
brand:
  colour: red
  colour: blue
scorecard:
  measures:
    - id: smiles
      name: Smiles
      target: lots
"""


@pytest.fixture(name="playbook")
def _playbook() -> Callable[..., Result]:
    def run(*arguments: object, **options: object) -> Result:
        runner = CliRunner()
        return runner.invoke(
            main, [str(each) for each in arguments], catch_exceptions=False, **options
        )

    return run


@pytest.fixture(name="fig")
def _fig(tmp_path: Path) -> Path:
    folder = tmp_path / "fig"
    folder.mkdir()
    (folder / "answers.yml").write_text("format: 1\npack: cafe\nbusiness:\n  name: The Fig\n")
    return folder


def test_help_lists_every_command_with_its_purpose(playbook):
    told = playbook("--help").output
    for name in COMMANDS:
        assert f"  {name}" in told


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_help(playbook, name: str):
    result = playbook(name, "--help")
    assert result.exit_code == 0
    command = main.get_command(None, name)
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


@pytest.mark.parametrize(
    "module", [new, interview, build, serve, check, brand, export, packs, demo], ids=str
)
def test_a_command_is_named_as_its_module(module):
    name = module.__name__.rpartition(".")[2]
    assert module.command.name == name
    assert name in COMMANDS


def test_the_choices_that_help_lists_are_those_of_the_program():
    # They are written down twice, so that help need not load what makes websites.
    engines = next(one for one in build.command.params if one.name == "engine")
    assert list(engines.type.choices) == [one.name for one in ENGINES]
    assert options.EDITIONS == EDITIONS


def test_text_from_a_file_cannot_change_how_the_terminal_looks():
    assert console.shown("\x1b[31mred\u202e") == "\ufffd[31mred"


def test_the_folder_one_is_in_needs_no_option():
    assert console.folder_option(Path()) == ""
    assert console.folder_option(Path("my shop")) == " --folder 'my shop'"


def test_the_version_is_told(playbook):
    assert playbook("--version").output == f"playbook, version {__version__}\n"


def test_an_unknown_command_is_wrong_usage(playbook):
    assert playbook("bild").exit_code == 2


def test_a_folder_without_answers_gets_the_next_step(playbook, tmp_path: Path):
    for name in ("build", "check", "interview", "serve"):
        result = playbook(name, "--folder", tmp_path)
        assert result.exit_code == 1
        assert "playbook new my-business" in result.stderr


def test_a_folder_above_a_playbook_gets_its_name(playbook, fig: Path):
    result = playbook("interview", "--folder", fig.parent)
    assert result.exit_code == 1
    assert "--folder fig" in result.stderr


def test_a_brand_that_cannot_be_used_is_told_with_its_line(playbook, fig: Path):
    with (fig / "answers.yml").open("a") as file:
        file.write("brand:\n  colour: bluish\n  logo: nowhere.png\n")
    for name in ("check", "build"):
        told = playbook(name, "--folder", fig).stderr
        assert "answers.yml, line 6: The main colour “bluish” is not a colour." in told
        assert "answers.yml, line 7: The logo “nowhere.png” is not there" in told


@pytest.mark.parametrize("content", [b"", b"\xff\xfea\x00", b"just words"])
def test_a_file_that_holds_no_answers_gets_no_advice_but_that(playbook, fig: Path, content: bytes):
    (fig / "answers.yml").write_bytes(content)
    told = playbook("check", "--folder", fig).stderr
    assert "Add a line business" not in told
    assert "answers.yml" in told


def test_new_without_a_folder_and_without_a_terminal_says_what_to_write(playbook):
    result = playbook("new", "--no-input")
    assert result.exit_code == 2
    assert "Name a folder for the playbook, such as: playbook new my-playbook" in result.stderr


def test_check_asks_plain_questions_without_ids_lines_or_keys(playbook, fig: Path):
    result = playbook("check", "--folder", fig)
    assert result.exit_code == 0
    assert "– Whom do customers ask for help, and how do they reach them?" in result.output
    for technical in ("no-service-contact", "answers.yml", "line", "service_contact"):
        assert technical not in result.output


def test_of_many_alike_check_tells_a_few_and_the_number_of_the_others(playbook, fig: Path):
    result = playbook("check", "--folder", fig)
    targets = [one for one in result.output.splitlines() if "Where do you want" in one]
    assert len(targets) == 5
    assert re.search(r"and \d+ more like these", result.output)


def test_check_prints_its_findings_for_other_programs(playbook, fig: Path):
    result = playbook("check", "--json", "--folder", fig)
    findings = json.loads(result.stdout)
    assert findings[0] == {
        "rule": "no-service-contact",
        "severity": "warning",
        "question": "Whom do customers ask for help, and how do they reach them?",
        "what": "Customers cannot tell whom to ask for help: a name with a phone or mail is missing.",
        "mend": "Add a name and a phone number or mail address.",
        "path": "people.service_contact",
        "asks": ["people.service_contact"],
        "file": "answers.yml",
        "line": None,
    }
    targets = [one["asks"][0] for one in findings if one["rule"] == "measure-without-target"]
    assert all(re.fullmatch(r"scorecard\.measures\.[a-z-]+\.target", one) for one in targets)
    assert playbook("check", "--json", "--strict", "--folder", fig).exit_code == 1


def test_programs_can_read_the_findings_whatever_the_console_lacks(fig: Path):
    (fig / "answers.yml").write_text(ONE_PROMISE)
    command = [sys.executable, "-m", "playbook", "check", "--json", "--folder", str(fig)]
    nowhere = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    told = subprocess.run(command, env=nowhere, capture_output=True, check=False).stdout
    questions = [one["question"] for one in json.loads(told.decode("ascii"))]
    assert "How often do you keep the promise “Zoë rings back”?" in questions


def test_check_prints_nothing_for_programs_where_the_file_is_broken(playbook, fig: Path):
    (fig / "answers.yml").write_text(BROKEN)
    result = playbook("check", "--json", "--folder", fig)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "answers.yml, line 5:" in result.stderr


def test_check_has_one_way_to_tell_at_a_time(playbook, fig: Path):
    result = playbook("check", "--json", "--lines", "--folder", fig)
    assert result.exit_code == 2
    assert "Choose one of --lines and --json." in result.stderr


def test_check_tells_findings_with_file_line_and_mend(playbook, fig: Path):
    result = playbook("check", "--lines", "--folder", fig)
    assert result.exit_code == 0
    assert "answers.yml, not there yet: Customers cannot tell whom to ask for help" in result.output
    assert "[no-service-contact]" in result.output
    assert "Add a name and a phone number" in result.output


def test_check_fails_on_errors_only_unless_strict(playbook, fig: Path):
    assert playbook("check", "--folder", fig).exit_code == 0
    assert playbook("check", "--strict", "--folder", fig).exit_code == 1
    with (fig / "answers.yml").open("a") as file:
        file.write("journey:\n  touchpoints: []\n")
    assert playbook("check", "--folder", fig).exit_code == 1


def test_a_broken_file_gets_all_its_problems_at_once_and_stays_as_it_was(playbook, fig: Path):
    (fig / "answers.yml").write_text(BROKEN)
    for name in ("check", "build"):
        result = playbook(name, "--folder", fig)
        assert result.exit_code == 1
        assert "Traceback" not in result.output
        for line in (5, 6, 7, 9, 13, 18, 23):
            assert f"line {line}:" in result.stderr, line
        assert (fig / "answers.yml").read_text() == BROKEN
        assert sorted(file.name for file in fig.iterdir()) == ["answers.yml"]


def test_new_takes_answers_without_a_question(playbook, fig: Path, tmp_path: Path):
    result = playbook("new", tmp_path / "b", "--answers", fig / "answers.yml")
    assert result.exit_code == 0
    assert "The Fig" in (tmp_path / "b" / "answers.yml").read_text()
    assert "playbook build --folder" in result.output


def test_new_refuses_broken_answers_and_leaves_nothing_behind(playbook, fig: Path, tmp_path: Path):
    (fig / "answers.yml").write_text(BROKEN)
    result = playbook("new", tmp_path / "b", "--answers", fig / "answers.yml")
    assert result.exit_code == 1
    assert not (tmp_path / "b").exists()


def test_new_never_writes_over_a_playbook(playbook, fig: Path):
    before = (fig / "answers.yml").read_text()
    result = playbook("new", fig)
    assert result.exit_code == 1
    assert "holds a playbook already" in result.stderr
    assert (fig / "answers.yml").read_text() == before


def test_new_without_a_terminal_says_so_in_a_sentence_and_makes_nothing(tmp_path: Path):
    command = [sys.executable, "-m", "playbook", "new", str(tmp_path / "a")]
    result = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert result.stderr == (
        "Error: There is no terminal here to ask questions in. "
        "Start from a file with: playbook new FOLDER --answers FILE\n"
    )
    assert result.stdout == ""
    assert not (tmp_path / "a").exists()


def test_piped_answers_that_end_early_are_kept(tmp_path: Path):
    command = [sys.executable, "-m", "playbook", "new", str(tmp_path / "a")]
    result = subprocess.run(
        command, input="cafe\nThe Fig\n", capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert "The input ended" in result.stdout
    assert "The Fig" in (tmp_path / "a" / "answers.yml").read_text()


def test_an_interview_does_not_start_on_a_broken_file(playbook, fig: Path):
    (fig / "answers.yml").write_text("format: 1\npack: cafe\nbusiness:\n  gaol: x\n")
    result = playbook("interview", "--plain", "--folder", fig)
    assert result.exit_code == 1
    assert "line 4: “gaol” is not known here." in result.stderr


@pytest.mark.slow
def test_the_first_draft_ends_with_a_website(tmp_path: Path):
    typed = [
        "cafe",
        "The Fig",
        "We bake",
        "",
        "",
        "",
        "",
        "",
        "",
        "Kim",
        "-",
        "-",
        "-",
        "",
        "teal",
        "-",
        "1",
    ]
    command = [sys.executable, "-m", "playbook", "new", str(tmp_path / "fig"), "--plain"]
    result = subprocess.run(
        command, input="\n".join(typed) + "\n", capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert (tmp_path / "fig" / "site" / "index.html").as_uri() in result.stdout


def test_new_from_answers_keeps_notes_and_brings_what_belongs_to_them(
    playbook, fig: Path, tmp_path: Path
):
    with (fig / "answers.yml").open("a") as file:
        file.write("# a coach's note\nbrand:\n  logo: brand/logo.svg\n")
    (fig / "brand").mkdir()
    (fig / "brand" / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>'
    )
    assert playbook("new", tmp_path / "b", "--answers", fig / "answers.yml").exit_code == 0
    assert (tmp_path / "b/answers.yml").read_text() == (fig / "answers.yml").read_text()
    assert (tmp_path / "b/brand/logo.svg").is_file()


def test_a_slip_in_a_template_hides_nothing_of_the_list(playbook, fig: Path):
    (fig / "templates").mkdir()
    (fig / "templates" / "measures.md.j2").write_text("{{ nothing }}")
    result = playbook("check", "--folder", fig)
    assert result.exit_code == 1
    assert "Whom do customers ask for help" in result.output
    assert "templates/measures.md.j2, line 1" in result.stderr


def test_a_template_that_no_page_uses_is_told(playbook, fig: Path):
    (fig / "templates").mkdir()
    (fig / "templates" / "touchpoints.md.j2").write_text("x")
    told = playbook("build", "--folder", fig).stderr
    assert "Did you mean touchpoint.md.j2?" in told


@pytest.mark.slow
def test_a_second_demo_keeps_what_was_changed_in_the_first(playbook, tmp_path: Path):
    playbook("demo", "bookkeeping", "--into", tmp_path)
    answers = tmp_path / "bookkeeping" / "answers.yml"
    answers.write_text(answers.read_text().replace("Ninepin", "Skittle"))
    assert playbook("demo", "bookkeeping", "--into", tmp_path).exit_code == 0
    assert "Skittle" in answers.read_text()
    assert "Skittle" in (tmp_path / "bookkeeping/site/index.html").read_text()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files there")
def test_something_odd_in_the_place_of_the_answers_is_told(playbook, tmp_path: Path):
    os.mkfifo(tmp_path / "answers.yml")
    result = playbook("check", "--folder", tmp_path)
    assert result.exit_code == 1
    assert "is not a file that can be read" in result.stderr


def test_what_the_computer_refuses_is_told_in_a_sentence(playbook, fig: Path):
    (fig / "build").mkdir()
    (fig / "build" / ".lock").mkdir()
    result = playbook("build", "--folder", fig)
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert ".lock" in result.stderr


def test_packs_are_listed_with_whom_they_are_for(playbook):
    told = playbook("packs").output
    for name in ("cafe", "trades", "professional", "generic"):
        assert name in told


def test_a_pack_of_the_owners_own_is_listed(playbook, fig: Path):
    (fig / "packs").mkdir()
    (fig / "packs" / "florist.yml").write_text(
        "id: florist\nname: Florist\nabout: Flower shops\nsuggests: {}\n"
    )
    assert "Flower shops" in playbook("packs", "--folder", fig).output


def test_an_unknown_pack_gets_the_known_ones(playbook, fig: Path):
    (fig / "answers.yml").write_text("format: 1\npack: cafee\nbusiness:\n  name: A\n")
    told = playbook("check", "--folder", fig).stderr
    assert "answers.yml, line 2: There is no starter pack “cafee”." in told
    assert "Choose from: cafe, " in told


def test_an_unknown_example_gets_the_known_ones(playbook, tmp_path: Path):
    result = playbook("demo", "opera", "--into", tmp_path)
    assert result.exit_code == 1
    assert "bookkeeping, cafe, plumbing" in result.stderr


def test_codes_in_a_name_do_not_reach_the_terminal(playbook, fig: Path):
    (fig / "answers.yml").write_text('business:\n  name: A\n  "ga\\e[31mol": x\n')
    assert "\x1b" not in playbook("check", "--folder", fig).stderr


@pytest.mark.slow
def test_build_tells_the_address_and_what_is_still_open(playbook, fig: Path):
    result = playbook("build", "--folder", fig)
    assert result.exit_code == 0
    assert (fig / "site" / "index.html").as_uri() in result.output
    assert "answers decided" in result.output


@pytest.mark.slow
def test_other_editions_are_built_apart_and_say_what_customers_do_not_read(playbook, fig: Path):
    result = playbook("build", "-f", fig, "--edition", "staff", "--edition", "customer")
    assert result.exit_code == 0
    assert not (fig / "site").exists()
    for edition in ("staff", "customer"):
        index = fig / "editions" / edition / "site" / "index.html"
        assert index.as_uri() in result.output
        assert ("noindex" in index.read_text()) == (edition == "staff")
    robots = fig / "editions" / "customer" / "site" / "robots.txt"
    assert robots.read_text() == "User-agent: *\nAllow: /\n"
    assert "Not on that page:" in result.output
    assert ": nobody has confirmed it." in " ".join(result.output.split())


@pytest.mark.slow
def test_demo_builds_an_example(playbook, tmp_path: Path):
    result = playbook("demo", "plumbing", "--into", tmp_path)
    assert result.exit_code == 0
    assert (tmp_path / "plumbing" / "site" / "index.html").is_file()


def test_r11_a_playbook_starts_and_is_answered_without_a_person(playbook, tmp_path: Path):
    folder = tmp_path / "fig"
    told = playbook(
        "new", folder, "--no-input", "--set", "pack=cafe", "--set", "business.name=The Fig"
    )
    assert told.exit_code == 0
    assert "business.name: The Fig\n" in told.output
    told = playbook("interview", "-f", folder, "--no-input", "--set", "brand.colour=teal")
    assert told.output.startswith("brand.colour: teal, which is #008080\n")
    assert "name: The Fig" in (folder / "answers.yml").read_text()
    assert "colour: teal" in (folder / "answers.yml").read_text()


def test_r11_what_is_essential_and_open_is_named_without_asking(playbook, tmp_path: Path):
    told = playbook("new", tmp_path / "fig", "--no-input").output
    assert "Essential and still open: business name" in told


def test_r11_nothing_is_made_of_answers_that_cannot_be_set(playbook, tmp_path: Path):
    told = playbook("new", tmp_path / "fig", "--no-input", "--set", "business.nam=The Fig")
    assert told.exit_code == 1
    assert "Did you mean business.name?" in told.output
    assert not (tmp_path / "fig").exists()


def test_no_input_and_a_question_do_not_go_together(playbook, fig: Path):
    told = playbook("interview", "people", "--no-input", "-f", fig)
    assert told.exit_code == 2
    assert "--no-input asks nothing" in told.output


@pytest.mark.slow
def test_r13_r14_a_build_touches_nothing_written_by_hand_and_needs_no_git(playbook, fig: Path):
    written = {
        "answers.yml": "# a coach's note\nformat: 1\npack: cafe\nbusiness:\n  name: The Fig\n",
        "templates/people.md.j2": "# Our crew\n",
        "packs/cafe.yml": (ROOT / "content" / "packs" / "cafe.yml").read_text(),
        "notes.txt": "Call Ann.",
        "site/own.html": "<p>Our own page.</p>",
    }
    command = [sys.executable, "-m", "playbook", "build", "-f", str(fig)]
    nowhere = {"PATH": str(fig / "nowhere"), "HOME": str(fig)}
    subprocess.run(command, check=True, env=nowhere, cwd=ROOT, capture_output=True)
    for name, text in written.items():
        (fig / name).parent.mkdir(exist_ok=True)
        (fig / name).write_text(text)
    subprocess.run(command, check=True, env=nowhere, cwd=ROOT, capture_output=True)
    for name, text in written.items():
        assert (fig / name).read_text() == text
    page = (fig / "site" / "people.html").read_text()
    assert "Our crew" in page
    assert 'id="help"' in page, "others link to it, and the template does not know"


def test_brand_shows_the_colours_with_their_contrast_here_and_as_a_page(playbook, fig: Path):
    (fig / "answers.yml").write_text(
        "format: 1\npack: cafe\nbusiness:\n  name: The Fig\nbrand:\n  colour: gold\n"
    )
    told = playbook("brand", "-f", fig)
    assert told.exit_code == 0
    assert "Text on them: #14171a on #ffd700" in told.output
    assert "small text needs 4.5 to 1" in told.output
    assert "The Fig" in (fig / ".playbook" / "brand.html").read_text()


def test_a_colour_that_is_none_is_told_by_brand_with_its_line(playbook, fig: Path):
    with (fig / "answers.yml").open("a") as file:
        file.write("brand:\n  colour: tealish\n")
    told = playbook("brand", "-f", fig)
    assert told.exit_code == 1
    assert "answers.yml, line 6" in told.output
