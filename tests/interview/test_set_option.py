"""Answers can be given without a person, and mean what they would mean at the question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playbook.answers.answers import Answers
from playbook.answers.file import create, load
from playbook.draft.memory import Asked, Memory
from playbook.errors import SettingsError
from playbook.interview.file_store import FileStore
from playbook.interview.session import Session
from playbook.interview.set_option import with_settings
from playbook.method.models import Question


def set_all(session, settings, files):
    """Return the session with some settings, and what each was understood as."""
    within = {"packs": session.packs, "today": session.today}
    draft, done = with_settings(session.draft, settings, files, **within)
    return session.with_set(draft, [name for one in done for name in one.question_ids]), done


@pytest.fixture
def set_in(session, store):
    """Return a function that sets some answers and returns the answers and the words."""

    def given(*settings, of=session):
        after, done = set_all(of, settings, store)
        return after.answers, {one.field: one.words for one in done}

    return given


@pytest.fixture
def two_teachers(session_of):
    """Return a session with roles whose names are easily mistaken for others."""
    names = {"t1": "Teacher", "t2": "Teacher", "both": "Owner, manager", "7": "Night shift"}
    return session_of(people={"roles": [{"id": key, "name": name} for key, name in names.items()]})


@pytest.fixture
def folder(tmp_path):
    """Return an owner's folder whose logo is called as another one elsewhere."""
    home, elsewhere = tmp_path / "shop", tmp_path / "elsewhere"
    for one in (home / "brand", elsewhere):
        one.mkdir(parents=True)
        (one / "logo.png").write_bytes(one.name.encode())
    create(home / "answers.yml", Answers({"format": "1", "pack": "generic"}))
    return home


@pytest.fixture
def files(folder):
    return FileStore(folder / "answers.yml", load(folder / "answers.yml"), folder / "asked.json")


@pytest.fixture
def refused(session, store):
    """Return a function that returns what is said of settings that cannot be used."""

    def told(*settings, of=session):
        with pytest.raises(SettingsError) as caught:
            set_all(of, settings, store)
        return str(caught.value)

    return told


def test_r11_an_answer_is_set_by_its_field(set_in):
    answers, words = set_in("business.name=Corner = Bakery")
    assert answers.get("business.name") == "Corner = Bakery"
    assert words == {"business.name": "Corner = Bakery"}


@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [
        ("scorecard.revenue.repeat_share=95%", "95", "95 %"),
        ("reviews.next_review=next Friday", "2027-03-12", "Friday, 12 March 2027"),
        ("brand.colour=teal", "teal", "teal, which is #008080"),
        ("people.responsible=Counter", "counter", "Counter"),
        ("people.service_contact.phone=555 0100", "555 0100", "555 0100"),
    ],
)
def test_r18_a_value_is_read_as_if_it_had_been_typed(set_in, setting, value, words):
    field = setting.partition("=")[0]
    answers, told = set_in(setting)
    assert answers.get(field) == value
    assert told[field] == words


def test_a_field_of_one_thing_is_set_and_the_rest_of_its_list_stays_a_suggestion(set_in):
    answers, _ = set_in("journey.touchpoints.greeting.standard=Within one minute.")
    assert answers.get("journey.touchpoints") == [
        {"id": "smell"},
        {"id": "greeting", "standard": "Within one minute."},
        {"id": "paying"},
    ]


def test_a_new_thing_is_added_by_its_id_in_whatever_order_its_fields_come(set_in):
    answers, _ = set_in("people.people.sam.roles=baker, Counter", "people.people.sam.name=Sam")
    assert answers.get("people.people.sam") == {
        "id": "sam",
        "roles": ["baker", "counter"],
        "name": "Sam",
    }


@pytest.mark.parametrize("name", ["12 May 2027", "sam@example.com", "1984", "Sam  - the 2nd"])
def test_a_name_that_is_set_is_taken_as_it_is(set_in, name):
    answers, _ = set_in(f"business.name={name}")
    assert answers.get("business.name") == name


def test_a_thing_without_an_id_is_named_by_its_number(set_in):
    answers, _ = set_in(
        "journey.touchpoints.greeting.recovery.1.wrong=A long queue",
        "journey.touchpoints.greeting.recovery.1.put_right=Say how long it takes.",
    )
    assert answers.get("journey.touchpoints.greeting.recovery") == [
        {"wrong": "A long queue", "put_right": "Say how long it takes."}
    ]


def test_nothing_behind_the_sign_takes_an_answer_away(set_in, session_of):
    said = session_of(business={"name": "Rosewater", "goal": "x", "what_we_do": "We bake."})
    answers, words = set_in("business.what_we_do=", of=said)
    assert answers.get("business.what_we_do") is None
    assert words == {"business.what_we_do": "open again"}


def test_the_starter_pack_can_be_set_and_what_follows_is_read_by_it(set_in, session_of):
    said = session_of(pack="generic")
    answers, words = set_in("pack=bakery", "people.responsible=Counter", of=said)
    assert answers.pack == "bakery"
    assert words["people.responsible"] == "Counter"


def test_what_is_set_is_read_by_the_starter_pack_in_whatever_order_they_come(set_in, session_of):
    answers, _ = set_in("people.responsible=Counter", "pack=bakery", of=session_of(pack="generic"))
    assert (answers.pack, answers.get("people.responsible")) == ("bakery", "counter")


def test_everything_that_cannot_be_set_is_told_at_once(refused):
    told = refused(
        "business.nam=x",
        "pack=zoo",
        "people.people=Sam",
        "people.responsible=boss",
        "people.responsible=1",
        "reviews.next_review=some day",
        "journey.touchpoints.The Door.standard=x",
        "journey.touchpoints.greeting.recovery.3.wrong=x",
        "nothing",
    )
    assert "These answers cannot be set; nothing was changed" in told
    assert "--set business.nam: No question fills such a field. Did you mean business.name?" in told
    assert "--set pack: There is no starter pack “zoo”." in told
    assert "--set people.people: This is a whole list." in told
    assert "people.people.<id>.name=…" in told
    assert "“boss” is not a choice here. Choose from: owner (Owner)" in told
    assert "“1” is not a choice here." in told
    assert "--set reviews.next_review:" in told
    assert "“The Door” cannot be an id" in told
    assert "“3” is not a number from 1 to 1." in told
    assert "--set nothing: Write it as field=value." in told


def test_answers_that_make_no_sense_together_are_refused(refused):
    assert "“zoe” has no name" in refused("people.people.zoe.roles=owner")


def test_a_name_that_is_too_long_is_refused(refused):
    assert "longer than 200 characters" in refused("business.name=" + "a" * 300)


def test_a_refused_setting_leaves_the_owners_files_alone(session, files, folder):
    logo = folder.parent / "elsewhere" / "logo.png"
    with pytest.raises(SettingsError):
        set_all(session, [f"brand.logo={logo}", "nosuch=1"], files)
    assert [file.name for file in (folder / "brand").iterdir()] == ["logo.png"]
    assert (folder / "brand" / "logo.png").read_bytes() == b"brand"


def test_a_logo_is_copied_once_everything_holds(session, files, folder):
    logo = folder.parent / "elsewhere" / "logo.png"
    after, done = set_all(session, [f"brand.logo={logo}", "brand.colour=teal"], files)
    assert after.answers.get("brand.logo") == done[0].words == "brand/logo-2.png"
    assert (folder / "brand" / "logo.png").read_bytes() == b"brand"
    assert (folder / "brand" / "logo-2.png").read_bytes() == b"elsewhere"


def test_what_no_reader_can_take_is_told_with_the_rest(session, files):
    settings = (
        "people.roles.owner.make_good_limit=" + "9" * 40,
        f"journey.touchpoints.greeting.recovery.{'9' * 5000}.wrong=x",
        f"people.people.sam.roles={'9' * 5000}",
        "brand.logo=file://[x",
        "brand.logo=" + "x" * 5000,
        "brand.colour=oklch(0.5 1e400 1e400)",
        "scorecard.revenue.repeat_share=1 of " + "9" * 5000,
        "nosuch",
    )
    with pytest.raises(SettingsError) as caught:
        set_all(session, settings, files)
    told = str(caught.value)
    assert len(caught.value.problems) == len(settings)
    assert "Use an amount, such as" in told
    assert "99… is not a number from 1 to 1." in told.replace("”", "")
    assert "That file cannot be found: it is not written as a path." in told
    assert max(map(len, told.splitlines())) < 700


def test_an_answer_that_is_not_asked_for_is_refused(refused):
    told = refused("scorecard.revenue.new=5", "brand.font_files=a.woff2", "brand.font=plain")
    assert (
        "--set scorecard.revenue.new: This is asked only once scorecard.revenue.objective "
        "is answered. Set that as well."
    ) in told
    assert "--set brand.font_files: This is asked only once brand.font is “own”." in told


def test_what_an_answer_needs_may_be_set_behind_it(set_in):
    answers, _ = set_in("brand.font_files=a.woff2", "brand.font=own")
    assert answers.get("brand.font_files") == ["a.woff2"]
    assert answers.parked == {}


@pytest.mark.parametrize(
    "field", ["journey.touchpoints.greeting.standard", "people.people.sam.name", "business.story"]
)
def test_taking_away_what_was_never_said_changes_nothing(session, set_in, field):
    answers, words = set_in(f"{field}=")
    assert answers == session.answers
    assert words == {field: "was open already"}


def test_an_answer_kept_aside_is_taken_away_as_well(set_in, session_of):
    said = session_of(interview={"parked": {"scorecard.revenue.new": "5"}})
    answers, words = set_in("scorecard.revenue.new=", of=said)
    assert answers.parked == {}
    assert words == {"scorecard.revenue.new": "open again"}


@pytest.mark.parametrize(
    ("text", "roles", "words"),
    [
        ("Owner, manager", ["both"], "Owner, manager"),
        ("t1, t2", ["t1", "t2"], "Teacher (t1), Teacher (t2)"),
        ("7, NIGHT SHIFT;7", ["7"], "Night shift"),
    ],
)
def test_several_are_named_in_full_and_once(set_in, two_teachers, text, roles, words):
    settings = ("people.people.sam.name=Sam", f"people.people.sam.roles={text}")
    answers, told = set_in(*settings, of=two_teachers)
    assert answers.get("people.people.sam.roles") == roles
    assert told["people.people.sam.roles"] == words


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Teacher", "“Teacher” is the name of t1 and t2. Write the id of the one you mean."),
        ("night", "“night” is not a choice here."),
        ("t1, owner", "“owner” is not a choice here."),
        ("1", "“1” is not a choice here."),
        (",", "“,” is not a choice here."),
    ],
)
def test_a_name_that_could_be_another_is_refused(refused, two_teachers, text, why):
    settings = ("people.people.sam.name=Sam", f"people.people.sam.roles={text}")
    assert why in refused(*settings, of=two_teachers)


def test_one_whose_id_is_a_number_can_be_chosen(set_in, two_teachers):
    answers, words = set_in("people.responsible=7", of=two_teachers)
    assert answers.get("people.responsible") == "7"
    assert words == {"people.responsible": "Night shift"}


@pytest.mark.parametrize("word", ["yes", "Y", "true"])
def test_yes_may_be_said_in_other_words(set_in, word):
    answers, _ = set_in(f"journey.touchpoints.greeting.moment_of_truth={word}")
    assert answers.get("journey.touchpoints.greeting.moment_of_truth") == "yes"


@pytest.mark.parametrize("text", ["\x00", "\x1b[A", " \x07 "])
def test_characters_that_show_nothing_are_no_answer(set_in, session_of, text):
    said = session_of(business={"what_we_do": "We bake."})
    answers, words = set_in(f"business.what_we_do={text}", f"business.story={text}", of=said)
    assert answers.get("business") is None
    assert words == {"business.what_we_do": "open again", "business.story": "was open already"}


def test_a_plus_adds_to_what_is_there_and_needs_something_to_add(set_in, refused, session_of):
    said = session_of(journey={"touchpoints": [{"id": "greeting", "steps": ["Look up."]}]})
    field = "journey.touchpoints.greeting.steps"
    answers, _ = set_in(f"{field}=+ Smile.", of=said)
    assert answers.get(field) == ["Look up.", "Smile."]
    assert "Type behind the + what to add" in refused(f"{field}=+", of=said)
    assert "Type behind the + what to add" in refused(f"{field}=+\x00", of=said)


def test_what_becomes_the_owners_along_with_one_thing_is_said(set_in):
    field = "journey.touchpoints.smell.recovery"
    answers, words = set_in(f"{field}.2.wrong=A queue", f"{field}.2.put_right=Say how long.")
    assert [one["wrong"] for one in answers.get(field)] == ["No bread left", "A queue"]
    assert words[f"{field}.2.wrong"] == "A queue (the other one is now yours as well)"
    assert words[f"{field}.2.put_right"] == "Say how long."


def test_what_is_set_counts_as_seen(session, store):
    before = Asked("other words")
    memory = Memory("bakery", dict.fromkeys(("story", "what", "contact", "persons"), before))
    after, _ = set_all(
        replace(session, memory=memory),
        ["business.story=x", "people.service_contact.phone=5550100", "people.people.sam.name=Sam"],
        store,
    )
    seen = {name for name, one in after.memory.asked.items() if one != before}
    assert seen == {"story", "contact", "persons"}


def test_r6_what_a_playbook_needs_cannot_be_taken_away(refused, session_of):
    said = session_of(business={"name": "Rosewater"})
    assert "This one is needed." in refused("business.name=", of=said)


def test_a_share_is_at_most_the_whole(refused):
    told = refused("scorecard.revenue.repeat_share=195")
    assert "A share lies between 0 and 100 percent." in told


def test_a_thing_that_is_called_something_else_tells_whose_words_it_still_has(set_in):
    field = "journey.touchpoints.smell.name"
    _, words = set_in(f"{field}=Window display")
    assert words[field].startswith("Window display. What it says there is still meant for")
    _, words = set_in(f"{field}=The fresh smell")
    assert words[field] == "The fresh smell"


def test_a_new_thing_stands_where_its_stage_says(session, store, small_method):
    stage = {"id": "tp-stage", "label": "Stage", "ask": "Which stage?", "why": "W."}
    asked = Question(**stage, kind="choice", fills="stage", choices_from="journey.stages")
    journey = small_method.chapters[2]
    touchpoints = journey.questions[0]
    more = touchpoints.model_copy(update={"each": (*touchpoints.each, asked)})
    chapter = journey.model_copy(update={"questions": (more,)})
    method = small_method.model_copy(update={"chapters": (*small_method.chapters[:2], chapter)})
    stages = ["awareness", "interaction", "deciding", "purchase"]
    listed = {"stages": [{"id": one, "name": one.title()} for one in stages]}
    answers = session.answers.with_value("journey", listed)
    of = Session.over(method, session.packs, answers, session.today)
    settings = ("name=Fitting", "stage=deciding", "standard=Within 5 minutes.")
    after, _ = set_all(of, [f"journey.touchpoints.fitting.{one}" for one in settings], store)
    touchpoints = after.answers.get("journey.touchpoints")
    assert [one["id"] for one in touchpoints] == ["smell", "greeting", "fitting", "paying"]
    assert touchpoints[2]["standard"] == "Within 5 minutes."
    assert touchpoints[3] == {"id": "paying"}
