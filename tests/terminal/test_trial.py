"""What somebody who tried the interview for the first time stumbled over."""

from __future__ import annotations

import re

import pytest

from playbook.answers.answers import Answers
from playbook.draft.item_list import in_short
from playbook.errors import PlaybookError
from playbook.interview.start import Start, chapter_named
from playbook.method.models import QuestionWording, Wording
from playbook.terminal.screen.prompt import RichPrompt
from playbook.terminal.screen.screen import Menu, MenuEntry, Prompt

PEOPLE = Start("chapter", chapter="people", alone=True)
BUSINESS = Start("chapter", chapter="business", alone=True)
RESPONSIBLE = Start("questions", questions=("responsible",))
ROLES = Start("questions", questions=("roles",))
TOUCHPOINTS = Start("questions", questions=("touchpoints",))
PERSONS = Start("questions", questions=("persons",))
NEW = Answers({"format": "1"})


def ids(value):
    return [one["id"] for one in value]


@pytest.mark.parametrize("enter", ["", "1"], ids=["plain", "rich"])
def test_enter_adds_the_new_name_and_not_the_choice_that_was_highlighted(hold, enter):
    held = hold("Maggie", enter, start=RESPONSIBLE)
    assert "Enter adds it as a new role" in held.text
    menu = held.screen.prompts[1].menu
    assert menu.entries[menu.cursor].label == "Add “Maggie” as a new role"
    assert held.answers.get("people.responsible") == "maggie"


def test_enter_adds_a_new_name_where_several_may_be_chosen(hold):
    held = hold("Kim", "Maggie", "1", "", "", start=PERSONS)
    assert held.answers.get("people.people")[0]["roles"] == ["maggie"]


def test_an_almost_known_name_is_offered_before_a_new_one_is_added(hold):
    held = hold("countre", "", start=RESPONSIBLE)
    assert "Did you mean “Counter”? Enter takes “Counter”" in held.text
    labels = [entry.label for entry in held.screen.prompts[1].menu.entries]
    assert labels[:2] == ["Counter", "Add “countre” as a new role"]
    assert held.answers.get("people.responsible") == "counter"
    assert held.answers.get("people.roles") is None


def test_an_almost_known_name_can_still_be_added_or_another_chosen(hold):
    assert hold("countre", "2", start=RESPONSIBLE).answers.get("people.responsible") == "countre"
    assert hold("countre", "Baker", start=RESPONSIBLE).answers.get("people.responsible") == "baker"
    back = hold("countre", "<", "1", start=RESPONSIBLE)
    assert back.answers.get("people.responsible") == "owner"


def test_unticking_says_which_suggestions_lose_the_thing_and_how_to_keep_it(hold):
    held = hold("2", "", start=ROLES)
    named = re.search(r"Nobody has this any more, until you say who: (.*)\.", held.text)
    assert set(re.findall("“(.*?)”", named[1])) == {"Who is responsible", "The greeting", "Paying"}
    assert "type rename 2" in held.text
    assert ids(held.answers.get("people.roles")) == ["owner", "baker"]


def test_at_most_three_suggestions_are_named():
    assert in_short(("A",)) == "“A”"
    assert in_short(("A", "B")) == "“A” and “B”"
    assert in_short(("A", "B", "C")) == "“A”, “B” and “C”"
    assert in_short(("A", "B", "C", "D", "E")) == "“A”, “B”, “C” and 2 more"


def test_a_suggestion_the_owner_overruled_or_left_out_loses_nothing(hold):
    journey = {"touchpoints": [{"id": "greeting", "name": "The greeting", "owner": "baker"}]}
    people = {"responsible": "owner"}
    answers = Answers({"pack": "bakery", "journey": journey, "people": people})
    held = hold("2", "", start=ROLES, answers=answers)
    assert "Nobody has this" not in held.text


def test_renaming_brings_an_unticked_thing_back_with_its_id(hold):
    held = hold("2", "rename 2 Till", "", "rename 1", "Boss", "", "", start=ROLES)
    assert held.answers.get("people.roles")[:2] == [
        {"id": "owner", "name": "Boss"},
        {"id": "counter", "name": "Till"},
    ]


def test_a_thing_called_something_else_keeps_the_old_words_or_starts_empty(hold):
    kept = hold("rename 1 Window display", "", "", start=TOUCHPOINTS)
    told = "What it says there is still meant for “The smell”: “Standard”, “Owner” and “Recovery”."
    assert told in kept.text
    assert kept.answers.get("journey.touchpoints")[0]["id"] == "smell"
    empty = hold("rename 1 Window display", "empty", "", start=TOUCHPOINTS)
    assert empty.answers.get("journey.touchpoints")[0] == {
        "id": "window-display", "name": "Window display", "stage": "awareness"
    }  # fmt: skip


def test_r3_a_new_name_is_saved_before_it_is_asked_what_becomes_of_the_words(hold, names):
    held = hold("rename 1 Window display", start=TOUCHPOINTS)
    assert names(held.answers.get("journey.touchpoints"))[0] == "Window display"


def test_a_thing_named_anew_among_its_questions_tells_whose_words_it_has(hold):
    held = hold("edit 1", "1", "Window display", "home", start=TOUCHPOINTS)
    assert "What it says there is still meant for “The smell”" in held.text
    held = hold("edit 1", "1", "The sweet smell", "home", start=TOUCHPOINTS)
    assert "still meant for" not in held.text


def test_what_names_a_thing_that_starts_empty_still_does(hold):
    answers = Answers({"pack": "bakery", "people": {"responsible": "counter"}})
    held = hold("rename 2 Till", "empty", "", start=ROLES, answers=answers)
    assert held.answers.get("people.responsible") == "till"


@pytest.mark.parametrize("name", ["The sweet smell", "the SMELL"])
def test_a_thing_that_is_only_called_a_little_differently_asks_nothing(hold, name):
    held = hold(f"rename 1 {name}", "", start=TOUCHPOINTS)
    assert "still meant for" not in held.text


@pytest.fixture
def with_stages(hold, session):
    """Return a function that holds an interview with stages about which touchpoints are asked."""
    method = session.method
    journey = method.chapters[2]
    touchpoints = journey.questions[0]
    stage = touchpoints.each[4].model_copy(
        update={"id": "tp-stage", "fills": "stage", "choices_from": "journey.stages"}
    )
    stage = stage.model_copy(update={"ask": "Which stage?"})
    asked = touchpoints.model_copy(update={"each": (*touchpoints.each, stage)})
    changed = journey.model_copy(update={"questions": (asked,)})
    method = method.model_copy(update={"chapters": (*method.chapters[:2], changed)})
    stages = [{"id": "hear", "name": "Hear of us"}, {"id": "buy", "name": "Buy"}]
    answers = Answers({"pack": "bakery", "journey": {"stages": stages}})

    def held(*typing, **more):
        return hold(*typing, start=TOUCHPOINTS, answers=answers, method=method, **more)

    return held


def test_a_touchpoint_added_by_name_is_asked_for_its_stage_at_once(with_stages):
    held = with_stages("Delivery", "2", "")
    assert "Which stage?" in held.text
    assert held.answers.get("journey.touchpoints")[-1] == {
        "id": "delivery", "name": "Delivery", "stage": "buy"
    }  # fmt: skip


def test_the_question_for_the_stage_can_be_skipped_and_comes_for_each_new_thing(with_stages):
    held = with_stages("Delivery\nPick-up", "skip", "1", "")
    assert held.text.count("Which stage?") == 2
    first, second = held.answers.get("journey.touchpoints")[-2:]
    assert "stage" not in first
    assert (second["name"], second["stage"]) == ("Pick-up", "hear")


def test_a_thing_goes_behind_the_last_one_of_its_stage_and_the_cursor_with_it(with_stages, names):
    held = with_stages("Flyer", "1", "Delivery", "2", "Poster", "1", "")
    listed = names(held.answers.get("journey.touchpoints"))
    assert listed == ["The smell", "The greeting", "Paying", "Flyer", "Poster", "Delivery"]
    menus = [one.menu for one in held.screen.prompts if one.menu and len(one.menu.entries) == 6]
    assert menus[-1].cursor == listed.index("Poster")


def test_things_added_together_are_each_put_in_the_place_said_of_them(with_stages, names):
    held = with_stages("Flyer\nDelivery\nPoster\nPick-up", "1", "2", "1", "2", "undo", "")
    things = held.answers.get("journey.touchpoints")
    assert names(things)[3:] == ["Flyer", "Poster", "Delivery", "Pick-up"]
    assert [one.get("stage") for one in things[3:]] == ["hear", "hear", "buy", None]


def test_a_thing_that_moves_leaves_the_next_question_with_its_own(
    with_stages, names, version_two, without
):
    def of_the_pack(things):
        smell, greeting, *others = things
        return [{**greeting, "stage": "hear"}, {"id": "smell", "name": smell["name"]}, *others]

    packs = {"bakery": version_two(touchpoints=of_the_pack)}
    held = with_stages("2", "Flyer\nThe smell", "1", "2", "", packs=packs)
    things = held.answers.get("journey.touchpoints")
    assert names(things) == ["The greeting", "Flyer", "The smell", "Paying"]
    assert [one.get("stage") for one in things] == ["hear", "hear", "buy", "purchase"]


def test_a_new_stage_of_a_thing_that_has_one_moves_nothing(with_stages, names):
    held = with_stages("Flyer", "1", "Delivery", "2", "edit 5", "7", "1", "done", "")
    assert names(held.answers.get("journey.touchpoints"))[3:] == ["Flyer", "Delivery"]
    assert held.answers.get("journey.touchpoints.delivery.stage") == "hear"


def test_a_thing_the_pack_already_places_is_not_asked_for_its_stage(with_stages):
    held = with_stages("3", "Paying", "")
    assert "Which stage?" not in held.text
    assert held.answers.get("journey.touchpoints")[-1]["stage"] == "purchase"


def test_a_thing_inside_another_is_asked_for_its_one_or_two_answers_at_once(hold):
    held = hold("edit 1", "6", "Burnt", "A fresh one at once", "done", "done", start=TOUCHPOINTS)
    assert "Put right?" in held.text
    assert held.answers.get("journey.touchpoints")[0]["recovery"] == [
        {"wrong": "No bread left", "put_right": "Offer to keep one."},
        {"wrong": "Burnt", "put_right": "A fresh one at once"},
    ]


def test_confirm_all_confirms_all_ticked_things_and_says_how_many(hold):
    held = hold("3", "confirm all", "", start=TOUCHPOINTS)
    assert "Confirmed: all that was suggested about 2 touchpoints." in held.text
    points = held.answers.get("journey.touchpoints")
    assert [point["owner"] for point in points] == ["baker", "counter"]


def test_confirming_one_thing_names_it(hold):
    held = hold("confirm 2", start=TOUCHPOINTS)
    assert "Confirmed: all that was suggested about “The greeting”." in held.text


def test_what_is_not_ticked_cannot_be_confirmed(hold):
    assert "Tick it first, then confirm it." in hold("3", "confirm 3", start=TOUCHPOINTS).text


@pytest.mark.parametrize(
    "typed",
    ["confirm everybody", "remove all", "Copy of the bill", "edit Owner", "move x", "undo it"],
)
def test_a_command_with_something_else_behind_it_is_never_added(hold, typed):
    held = hold(typed, start=ROLES)
    assert held.answers.get("people.roles") is None
    assert f"type add {typed}." in held.text


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("add Copy of the bill", "Copy of the bill"),
        ("All-day menu", "All-day menu"),
        ("New customers' evening", "New customers' evening"),
        ("Additions", "Additions"),
    ],
)
def test_a_name_that_only_looks_like_a_command_is_added(hold, names, typed, name):
    assert names(hold(typed, start=ROLES).answers.get("people.roles"))[-1] == name


def test_a_question_mark_at_the_first_question_says_why_and_gives_an_example(hold):
    held = hold("?", answers=NEW)
    explained = held.text.partition("> ?")[2]
    for expected in ("Why we ask: ", "For example, “Bakery”", "What kind of business is it?"):
        assert expected in explained


@pytest.mark.parametrize(
    ("start", "asked"),
    [
        (BUSINESS, "Ask name?"),
        (ROLES, "Ask roles?"),
        (RESPONSIBLE, "Ask responsible?"),
        (Start("questions", questions=("contact",)), "The name of the person (1 of 4)"),
        (Start(), "Your playbook"),
    ],
)
def test_after_a_question_mark_the_question_is_shown_again(hold, start, asked):
    held = hold("?", start=start)
    assert asked in held.text.partition("> ?")[2]


def test_a_trade_that_is_nearly_spelled_is_offered(hold):
    held = hold("bakker", "", "quit", answers=NEW)
    assert "The nearest is “Bakery”. Enter takes it." in held.text
    assert held.answers.pack == "bakery"
    groomer = hold("dog grooming", "", "quit", answers=NEW)
    assert groomer.answers.pack == "generic"


def test_a_trade_without_a_set_is_told_so_kindly_and_gets_the_one_for_any_business(hold):
    held = hold("zeppelin pilot", "", "quit", answers=NEW)
    assert "There is no set for “zeppelin pilot” yet." in held.text
    assert "“Any other business” suits any business: Enter takes it." in held.text
    assert held.answers.pack == "generic"


def test_enter_at_the_first_question_says_in_words_what_to_do(hold):
    held = hold("", "7", answers=NEW)
    assert "or a word for your trade" in held.text
    assert "The numbers go from 1 to 2." in held.text


def test_the_opening_and_the_counter_agree_on_the_number_of_questions(hold):
    held = hold("bakery", answers=NEW)
    promised = re.search(r"(\d+) short questions", held.text)
    counted = re.search(r"question 1 of (\d+)", held.text)
    assert promised[1] == counted[1]


def test_the_last_words_say_what_is_counted(hold):
    assert re.search(r"1 of \d+ answers decided", hold("Rosewater", start=BUSINESS).text)


@pytest.mark.parametrize("name", ["numbers", "scorecard", "Your numbers", "your  NUMBERS"])
def test_a_chapter_is_found_by_id_title_or_a_word_that_only_its_title_has(session, name):
    assert chapter_named(session.method, name).id == "scorecard"


def test_an_unknown_or_unclear_chapter_is_answered_with_ids_and_titles(session):
    with pytest.raises(PlaybookError, match=r"business \(Your business\), people \(Your people\)"):
        chapter_named(session.method, "gardening")
    with pytest.raises(PlaybookError, match="“your” can mean several chapters: business"):
        chapter_named(session.method, "your")
    with pytest.raises(PlaybookError, match=r"Did you mean scorecard \(Your numbers\)"):
        chapter_named(session.method, "nubmers")


def test_a_chapter_goes_on_behind_a_list_that_was_confirmed(hold):
    first = hold("", "quit", start=PEOPLE)
    again = hold(start=PEOPLE, answers=first.answers)
    assert again.screen.prompts[0].menu.entries[0].label == "Continue at question 2 of 5"


def test_a_chapter_in_which_only_things_are_left_to_describe_says_so(hold):
    first = hold("", start=Start("chapter", chapter="journey", alone=True))
    again = hold(start=Start("chapter", chapter="journey"), answers=first.answers)
    label = again.screen.prompts[0].menu.entries[0].label
    assert label == "Continue with your touchpoints, question 1 of 1"


def test_lines_are_asked_for_one_a_line(hold):
    answers = Answers({"pack": "generic", "brand": {"font": "own"}})
    held = hold(start=Start("questions", questions=("files",)), answers=answers)
    assert "One a line. Finish with an empty line." in held.text


def test_suggested_lines_do_not_run_together_in_the_ghost_text():
    def ghost(offered):
        prompt = Prompt(offered=offered, several_lines=True)
        return RichPrompt(prompt, 80, 20).placeholder()[0][1]

    assert ghost("Cash\nCard") == "Enter takes these 2 lines, Tab lets you change them."
    assert ghost("Fresh bread") == "Fresh bread"


def test_a_long_menu_says_that_one_can_go_page_by_page():
    menu = Menu(tuple(MenuEntry(f"Entry {number}") for number in range(40)), 20)
    shown = "".join(text for _, text in RichPrompt(Prompt(menu=menu), 80, 10).message())
    assert "PgDn" in shown


def test_adding_one_thing_from_another_question_leaves_the_packs_things_suggestions(hold):
    held = hold("Maggie", "", start=RESPONSIBLE)
    assert held.answers.get("people.roles") == [
        {"id": "owner"}, {"id": "counter"}, {"id": "baker"}, {"id": "maggie", "name": "Maggie"}
    ]  # fmt: skip
    again = hold("Zoe", "", start=RESPONSIBLE, answers=held.answers)
    assert again.answers.get("people.roles")[0] == {"id": "owner"}
    assert ids(again.answers.get("people.roles"))[-1] == "zoe"


def test_a_list_the_owner_has_not_seen_is_still_asked_and_is_theirs_once_seen(hold):
    unseen = hold("Maggie", "", start=RESPONSIBLE).answers
    review = hold("review", "<", "leave", answers=unseen)
    labels = [one.label for prompt in review.screen.prompts[1:2] for one in prompt.menu.entries]
    assert "Roles: suggested: Owner, Counter, Baker, Maggie" in labels
    draft = hold("Rosewater", "We bake", start=Start("draft"), answers=unseen)
    assert "Ask roles?" in draft.text
    assert "those you did not add are suggestions" in draft.text
    seen = hold("", start=ROLES, answers=unseen)
    assert seen.answers.get("people.roles")[0] == {"id": "owner", "name": "Owner"}


def test_a_thing_of_an_unseen_list_can_be_unticked_and_ticked_again(hold):
    unseen = hold("Maggie", "", start=RESPONSIBLE).answers
    held = hold("3", "", start=ROLES, answers=unseen)
    assert ids(held.answers.get("people.roles")) == ["owner", "counter", "maggie"]
    again = hold("3", "", start=ROLES, answers=held.answers)
    assert ids(again.answers.get("people.roles")) == ["owner", "counter", "baker", "maggie"]


def test_another_starter_pack_renews_what_was_unseen_and_keeps_what_was_chosen(hold):
    unseen = hold("Maggie", "", start=RESPONSIBLE).answers
    chosen = unseen.with_value("people.responsible", "baker")
    held = hold("Change the starter pack", "Any other", "leave", answers=chosen)
    assert held.answers.get("people.roles") == [
        {"id": "owner"}, {"id": "baker", "name": "Baker"}, {"id": "maggie", "name": "Maggie"}
    ]  # fmt: skip


def test_r22_the_language_is_chosen_first_where_packs_speak_several(hold, session):
    german = session.packs["bakery"].model_copy(
        update={
            "id": "backstube",
            "name": "Bäckerei",
            "language": "de",
            "wording": Wording(questions={"name": QuestionWording(ask="Wie heißen Sie?")}),
        }
    )
    packs = {**session.packs, "backstube": german}
    held = hold("1", "1", "Rosewater", "quit", answers=Answers({}), packs=packs)
    shown = held.text
    assert shown.index("In which language?") < shown.index("What kind of business is it?")
    assert "→ Bäckerei" in shown
    assert "Wie heißen Sie?" in shown
    assert "Bakery" not in shown
    assert held.answers.get("business.name") == "Rosewater"


def test_the_only_role_that_is_left_takes_over_what_others_did(hold):
    held = hold("2", "3", "", start=ROLES)
    assert "“Owner” takes over: " in held.text
    held = hold(start=RESPONSIBLE, answers=held.answers)
    assert "Suggested: Owner" in held.text


def test_a_new_person_is_asked_for_their_roles_at_once(hold):
    held = hold("Kim", "1", "", "", start=PERSONS)
    assert held.answers.get("people.people.kim.roles") == ["owner"]


def test_a_row_of_people_is_several_people(hold, names):
    held = hold("Joao, Lin and Petra Maria", *["-"] * 3, "", start=PERSONS)
    assert names(held.answers.get("people.people")) == ["Joao", "Lin", "Petra Maria"]
    held = hold("Dr Kim Ann Lee of the practice, retired", "-", "", start=PERSONS)
    assert len(held.answers.get("people.people")) == 1


def test_two_things_in_a_list_never_get_the_same_name(hold, names):
    held = hold("rename 2 owner", "Baker", "", start=ROLES)
    assert "“owner” is in the list already." in held.text
    assert "“Baker” is in the list already." in held.text
    assert names(held.answers.get("people.roles")) == ["Owner", "Counter", "Baker"]


def test_what_is_done_to_a_list_is_said(hold):
    held = hold("move 3 1", "remove 2", "undo", "edit 2", "done", "", start=ROLES)
    assert "Moved: “Baker” is number 1 now." in held.text
    assert "Taken out: “Owner”." in held.text
    assert "Taken back: “Owner” is in the list again." in held.text


def test_a_thing_moves_to_a_line_that_is_not_ticked(hold, names):
    held = hold("1", "move 3 1", "", start=ROLES)
    assert names(held.answers.get("people.roles")) == ["Baker", "Counter"]


def test_a_thing_that_is_described_is_ticked_and_that_is_said(hold):
    held = hold("2", "edit 2", "done", "", start=ROLES)
    assert "“Counter” is ticked now." in held.text


@pytest.mark.parametrize("typed", ["2 and 3", "2, 3", "2 & 3", "2-3"])
def test_numbers_are_read_as_people_type_them(hold, names, typed):
    held = hold(typed, "", start=ROLES)
    assert names(held.answers.get("people.roles")) == ["Owner"]
    held = hold(f"remove {typed}", "", start=ROLES)
    assert names(held.answers.get("people.roles")) == ["Owner"]


@pytest.mark.parametrize("typed", ["edit 7", "remove 2", "move 2 1", "undo"])
def test_a_word_for_lists_is_no_answer_to_another_question(hold, typed):
    story = Start("questions", questions=("story",))
    held = hold(typed, "\\" + typed, start=story)
    assert f"That works at lists only. If it is your answer, type \\{typed}" in held.text
    assert held.answers.get("business.story") == typed


def test_a_name_that_fits_several_choices_is_asked_again_and_not_added(hold):
    roles = [{"id": "a", "name": "Guest artist"}, {"id": "b", "name": "Tattoo artist"}]
    answers = Answers({"pack": "bakery", "people": {"roles": roles}})
    held = hold("artist", "2", start=RESPONSIBLE, answers=answers)
    assert "Which one: Guest artist or Tattoo artist?" in held.text
    assert held.answers.get("people.responsible") == "b"


def test_words_that_were_only_queried_stay_when_one_goes_back(hold):
    held = hold("edit 1", "4", "Always friendly.", "<", start=TOUCHPOINTS)
    assert "“friendly” means something else" in held.text
    assert held.answers.get("journey.touchpoints.smell.standard") == "Always friendly."
