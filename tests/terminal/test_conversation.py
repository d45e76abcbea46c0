"""The conversation, held with somebody who types one answer after the other."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from playbook.answers.answers import Answers
from playbook.errors import PlaybookError
from playbook.interview.start import Start
from playbook.terminal.screen.screen import Leaving, Prompt, Reason
from tests.small_interview import TypingScreen

BUSINESS = Start("chapter", chapter="business", alone=True)
PEOPLE = Start("chapter", chapter="people", alone=True)
JOURNEY = Start("chapter", chapter="journey", alone=True)
NUMBERS = Start("chapter", chapter="scorecard", alone=True)


def test_r3_every_answer_is_saved_before_the_next_question(hold):
    held = hold("Rosewater", "We bake", start=BUSINESS)
    names = [saved.get("business.name") for saved in held.store.saved]
    assert names == ["Rosewater", "Rosewater"]
    assert held.store.saved[-1].get("business.what_we_do") == "We bake"
    assert held.answers == held.store.saved[-1]


def test_r3_a_chapter_goes_on_where_it_was_left(hold):
    first = hold("Rosewater", "quit", start=BUSINESS)
    assert first.outcome.reason is Reason.LEFT
    again = hold("", "We bake", start=BUSINESS, answers=first.answers)
    assert "Continue at question 2 of 5" in str(again.screen.prompts[0].menu)
    assert again.answers.get("business.what_we_do") == "We bake"


def test_r1_the_previous_answer_is_in_place_after_going_back(hold):
    held = hold("Rosewater", "<", "", "We bake", "back", start=BUSINESS)
    assert "Your answer so far: Rosewater" in held.text
    assert held.answers.get("business.name") == "Rosewater"


def test_r1_a_screen_that_can_puts_the_previous_answer_into_the_line(hold, request):
    from playbook.terminal.screen.screen import Prompt

    screen_type = type(hold().screen)
    screen = screen_type(["Rosewater", "Two\nlines", "<"], fills_in=True)
    hold(screen=screen, start=BUSINESS)
    assert screen.prompts[-1] == Prompt(filled="Two\nlines", several_lines=True, enter_ends=True)


def test_r6_skip_leaves_undecided_and_says_so(hold):
    held = hold("Rosewater", "skip", "-", "n/a", "don't know", start=BUSINESS)
    assert held.answers.skipped == ("what", "word", "words", "story")
    assert "It stays on your list." in held.text
    assert "The suggestion stays a suggestion." in held.text


def test_r6_the_name_cannot_be_skipped_but_one_can_go_back(hold):
    held = hold("skip", "<", start=BUSINESS)
    assert "This one is needed." in held.text
    assert held.outcome.reason is Reason.LEFT


def test_enter_takes_the_suggestion_and_says_before_what_it_is(hold):
    held = hold("Rosewater", "skip", "", start=BUSINESS)
    assert "Suggested: guest" in held.text
    assert held.answers.get("business.customer_word") == "guest"


def test_enter_with_nothing_on_offer_asks_again_and_invents_nothing(hold):
    held = hold("", "", start=BUSINESS)
    assert "Nothing typed yet." in held.text
    assert held.answers.get("business.name") is None


def test_r17_the_example_comes_from_the_owners_trade(hold):
    held = hold("Rosewater", start=BUSINESS)
    assert "For example: We bake sourdough for the north of town." in held.text
    assert "We bake bread." not in held.text


def test_r17_a_question_mark_explains_why_where_and_whose_idea(hold):
    held = hold("?", start=BUSINESS)
    assert "Why we ask: Why name." in held.text
    assert "You will find the answer on the welcome page." in held.text
    story = hold("?", start=Start("questions", questions=("story",)))
    assert "MJ Thomas" in story.text


def test_r16_a_chapter_begins_with_its_purpose_and_ends_with_its_outcome(hold):
    held = hold("Rosewater", "skip", "skip", "skip", "skip", start=BUSINESS)
    assert held.text.index("Why the business matters.") < held.text.index("Ask name?")
    left = "4 things are left for later in this chapter.\nOnce they are decided: You have the"
    assert held.text.index(left) > held.text.index("Ask story?")
    done = hold("Rosewater", "We bake", "guest", "guests", "It began", start=BUSINESS)
    assert done.text.index("You now have the business.") > done.text.index("Ask story?")


def test_r15_the_position_is_shown_and_counted_anew(hold):
    held = hold("Rosewater", start=BUSINESS)
    assert "Your business · question 1 of about 5" in held.text


def test_r18_what_was_understood_is_echoed(hold):
    held = hold("More guests", "$1,200", "9 out of 10", "next Friday", "0a7", start=NUMBERS)
    for echo in ("Read as 1,200.", "Read as 90 %.", "Read as Friday, 12 March 2027.", "#00aa77"):
        assert echo in held.text
    assert held.answers.get("scorecard.revenue.new") == "1200"
    assert held.answers.get("reviews.next_review") == "2027-03-12"
    assert held.answers.get("brand.colour") == "#0a7"


def test_r18_what_is_worth_knowing_about_a_logo_is_said_at_once(hold):
    held = hold("/home/me/white.svg", start=Start("questions", questions=("logo",)))
    assert "Read as brand/white.svg.\nNobody will see this logo." in held.text
    assert held.answers.get("brand.logo") == "brand/white.svg"


def test_r18_what_cannot_be_read_is_asked_again_in_words(hold):
    held = hold("x", "a lot", "1200", start=NUMBERS)
    assert "Use an amount, such as 1,200 or 49.50." in held.text
    assert held.answers.get("scorecard.revenue.new") == "1200"


def test_a_refused_answer_stands_to_be_replaced_and_every_word_works_at_once(hold):
    screen = TypingScreen(["a lot", "skip"], fills_in=True)
    held = hold(screen=screen, start=Start("questions", questions=("share",)))
    assert screen.prompts[1] == Prompt(filled="a lot")
    assert "What you type takes its place; an arrow key lets you mend it." in held.text
    assert held.answers.skipped == ("share",)


def test_a_refused_colour_is_answered_with_colours_to_choose_from(hold):
    held = hold("reddish brown", "brown", start=Start("questions", questions=("colour",)))
    assert "\nred, #ff0000\nbrown, #a52a2a\nteal, #008080\n" in held.text
    assert held.answers.get("brand.colour") == "brown"


def test_in_plain_lines_nothing_is_said_of_a_refused_answer_that_stands_nowhere(hold):
    held = hold("a lot", "skip", start=Start("questions", questions=("share",)))
    assert "takes its place" not in held.text
    assert held.answers.skipped == ("share",)


def test_two_blanks_in_a_new_name_stay(hold):
    start = Start("questions", questions=("roles",))
    held = hold("rename 2 Till  - front", "", "add Night  - cook", "", start=start)
    names = [one["name"] for one in held.answers.get("people.roles")]
    assert "Till  - front" in names
    assert "Night  - cook" in names


NAME = Start("questions", questions=("name",))
ROLES = Start("questions", questions=("roles",))


@pytest.mark.parametrize(
    ("text", "like"),
    [("12 May 2027", "a date"), ("sam@example.com", "a mail address"), ("1984", "a number")],
)
def test_what_is_hardly_a_name_is_doubted_and_may_stay(hold, text, like):
    held = hold(text, "", start=NAME)
    assert f"“{text}” reads like {like}. Is that really the name? Type it anew" in held.text
    assert held.answers.get("business.name") == text
    assert hold(text, start=NAME).answers.get("business.name") is None
    assert hold(text, "Rosewater", start=NAME).answers.get("business.name") == "Rosewater"


def test_what_is_hardly_a_name_is_doubted_in_a_list_too(hold, names):
    held = hold("12 May 2027", "Florist", "help@example.com", "", "<", start=ROLES)
    assert held.text.count("Is that really the name?") == 2
    found = names(held.answers.get("people.roles"))
    assert "Florist" in found
    assert "help@example.com" in found
    assert "12 May 2027" not in found


def test_going_back_from_a_doubted_name_adds_nothing(hold):
    held = hold("12 May 2027", "<", "quit", start=ROLES)
    assert held.answers.get("people.roles") is None


def test_a_name_asked_for_in_a_list_is_doubted_too(hold, names):
    screen = TypingScreen(
        ["rename", "4711", "Till", "", "rename", "4711", "4711", "", ""], fills_in=True
    )
    held = hold(screen=screen, start=ROLES)
    assert screen.prompts[2].filled == "4711"
    assert "Renamed: Till → 4711." in held.text
    assert names(held.answers.get("people.roles"))[0] == "4711"


WHAT = Start("questions", questions=("what",))


@dataclass
class Interrupted(TypingScreen):
    """Leaves in the middle of the last answer."""

    def ask(self, prompt: Prompt) -> str:
        text = super().ask(prompt)
        if not self.typing:
            raise Leaving(Reason.INTERRUPTED, text)
        return text


def test_what_was_begun_is_offered_when_the_interview_goes_on(hold, store):
    hold(screen=Interrupted(["We bake and"], fills_in=True), start=WHAT, store=store)
    assert store.begun.at("business.what_we_do") == "We bake and"
    screen = TypingScreen(["We bake and sell."], fills_in=True)
    held = hold(screen=screen, start=WHAT, store=store)
    assert "You had begun to type: We bake and\n" in held.text
    assert "Enter takes that; an arrow key lets you go on with it." in held.text
    assert screen.prompts[0].filled == "We bake and"
    assert held.answers.get("business.what_we_do") == "We bake and sell."
    assert store.begun.at("business.what_we_do") == ""


def test_what_was_begun_counts_only_after_enter(hold, store):
    hold(screen=Interrupted(["We bake"]), start=WHAT, store=store)
    for left in ("quit", "skip"):
        held = hold(left, start=WHAT, store=store)
        assert held.answers.get("business.what_we_do") is None
        assert "Enter takes that; or type the answer anew." in held.text
    assert hold("", start=WHAT, store=store).answers.get("business.what_we_do") == "We bake"
    assert "You had begun" not in hold("quit", start=WHAT, store=store).text


def test_what_is_there_already_was_not_begun(hold, store, said_of):
    answers = said_of(business={"what_we_do": "We bake"})
    for text in ("We bake", " "):
        screen = Interrupted([text], fills_in=True)
        hold(screen=screen, start=WHAT, store=store, answers=answers)
    hold(screen=Interrupted(["Own"]), start=Start("questions", questions=("roles",)), store=store)
    assert store.begun.at("business.what_we_do") == store.begun.at("people.roles") == ""


def test_a_vague_word_draws_one_friendly_request_and_may_stay(hold):
    start = Start("questions", questions=("touchpoints",))
    held = hold("edit 1", "4", "We answer quickly", "", "done", start=start)
    assert "“quickly” means something else to everyone. Can you say how fast?" in held.text
    assert held.text.count("means something else") == 1
    assert held.answers.get("journey.touchpoints")[0]["standard"] == "We answer quickly"


def test_a_vague_word_can_be_replaced(hold):
    start = Start("questions", questions=("touchpoints",))
    held = hold("edit 1", "4", "Quickly", "Within 3 rings", "done", start=start)
    assert held.answers.get("journey.touchpoints")[0]["standard"] == "Within 3 rings"


def test_r7_a_list_is_ticked_added_to_and_described(hold):
    held = hold("3", "Head baker", "edit 1", "", "", "", "50", "2", "", start=PEOPLE)
    roles = held.answers.get("people.roles")
    assert [role["id"] for role in roles] == ["owner", "counter", "head-baker"]
    assert roles[0] == {
        "id": "owner", "name": "Owner", "does": "Decides.", "make_good_limit": "50",
        "stand_in": "counter",
    }  # fmt: skip


def test_r7_undo_takes_back_what_was_done_to_a_list(hold):
    held = hold("edti 3", "edti", "undo", "2", "undo", "", start=PEOPLE)
    assert "Type edit, rename, confirm, copy, move, remove or undo" in held.text
    assert [role["id"] for role in held.answers.get("people.roles")] == [
        "owner",
        "counter",
        "baker",
    ]


def test_r7_taking_out_something_others_name_says_so_and_offers_the_mend(hold):
    people = {"roles": [{"id": "a", "name": "Ann"}, {"id": "b", "name": "Bea"}], "responsible": "b"}
    start = Start("questions", questions=("roles",))
    answers = Answers({"pack": "generic", "people": people})
    kept = hold("remove 2", "3", "", start=start, answers=answers)
    assert "One of your answers names “Bea”:" in kept.text
    assert "the role with the main responsibility" in kept.text
    assert kept.answers.get("people.responsible") == "b"
    turned = hold("remove 2", "2", "1", "", start=start, answers=answers)
    assert turned.answers.get("people.responsible") == "a"
    opened = hold("remove 2", "1", "", start=start, answers=answers)
    assert opened.answers.get("people.responsible") is None


def test_a_person_may_hold_several_roles(hold):
    start = Start("questions", questions=("persons",))
    held = hold("Kim", "1 3", "", "", start=start)
    assert held.answers.get("people.people")[0]["roles"] == ["owner", "baker"]


def test_a_choice_from_a_list_can_add_a_new_thing_to_it(hold):
    start = Start("questions", questions=("responsible",))
    held = hold("Head baker", "", start=start)
    assert "Enter adds it as a new role" in held.text
    assert held.answers.get("people.responsible") == "head-baker"
    assert len(held.answers.get("people.roles")) == 4


def test_a_contact_is_asked_part_by_part(hold):
    start = Start("questions", questions=("contact",))
    held = hold("Kim", "call me", "555 0100", "skip", "8 to 5", start=start)
    assert "A phone number has digits in it" in held.text
    assert held.answers.get("people.service_contact") == {
        "name": "Kim", "phone": "555 0100", "hours": "8 to 5"
    }  # fmt: skip


def test_r5_the_review_shows_all_answers_and_jumps_to_any(hold):
    answers = Answers({"pack": "bakery", "business": {"name": "Rosewater"}})
    answers = answers.with_skipped("story", yes=True)
    held = hold("review", "2", "We bake", "<", "leave", answers=answers)
    entries = [menu.menu for menu in held.screen.prompts if menu.menu][1].entries
    labels = [entry.label for entry in entries]
    assert labels[:4] == [
        "Name: Rosewater",
        "What we do: open",
        "A customer is called: suggested: guest",
        "Several are called: suggested: guests",
    ]
    assert labels[4] == "Story: not decided yet"
    assert entries[0].heading == "Your business"
    assert held.answers.get("business.what_we_do") == "We bake"


def test_home_shows_progress_what_is_essential_and_what_is_next(hold):
    held = hold("quit")
    menu = held.screen.prompts[0].menu
    assert "Essential and still open: name." in held.text
    assert menu.entries[0].detail.startswith("not begun, about")
    assert menu.entries[menu.cursor].label == "First draft"
    done = hold("quit", answers=Answers({"pack": "bakery", "business": {"name": "R"}}))
    assert "R: your playbook" in done.text


def test_r16_chapters_can_be_done_in_any_order(hold):
    held = hold("The journey", "", "Your business", "Rosewater", "quit")
    assert held.answers.get("business.name") == "Rosewater"
    assert len(held.answers.get("journey.touchpoints")) == 3


def test_r19_a_new_folder_begins_with_the_trade_and_the_quick_path(hold):
    typing = [
        "2",
        "Rosewater",
        "We arrange flowers",
        "",
        "",
        "Kim",
        "555",
        "",
        "",
        "-",
        "",
    ]
    held = hold(*typing, answers=Answers({"format": "1"}))
    assert held.answers.pack == "generic"
    assert held.outcome.reason is Reason.INPUT_ENDED


def test_r19_the_quick_path_ends_with_what_to_do_next(hold):
    typing = ["bakery", "Rosewater", "We bake", "", "", "Kim", "-", "", "teal", "-", ""]
    held = hold(*typing, answers=Answers({"format": "1"}), start=Start("draft"))
    assert "That is a first draft of your whole playbook." in held.text
    assert held.outcome.reason is Reason.FINISHED
    assert held.outcome.exit_code == 0
    assert "Go on whenever you like: playbook interview" in held.text


def test_leaving_tells_how_to_see_what_there_is(hold):
    held = hold("quit", answers=Answers({"pack": "bakery", "business": {"name": "R"}}))
    assert held.outcome.reason is Reason.LEFT
    assert "See it as a website: playbook build" in held.text


def test_r9_only_what_nobody_has_looked_at_is_asked(hold):
    answers = Answers(
        {"pack": "bakery", "business": {"name": "R", "what_we_do": "W", "customer_word": "g"}}
    )
    answers = answers.with_skipped("story", yes=True)
    held = hold(start=Start("open"), answers=answers)
    assert "Ask words?" in held.text
    for asked in ("name", "what", "story"):
        assert f"Ask {asked}?" not in held.text


def test_r9_one_question_can_be_asked_alone_by_id_or_field(hold):
    held = hold("Our story", start=Start("questions", questions=("business.story",)))
    assert held.answers.get("business.story") == "Our story"
    assert held.outcome.reason is Reason.LEFT


@pytest.mark.parametrize(
    "start", [Start("chapter", chapter="busines"), Start("questions", questions=("nam",))]
)
def test_r4_an_unknown_chapter_or_question_is_said_before_the_first_question(hold, start):
    with pytest.raises(PlaybookError, match="Did you mean"):
        hold(start=start)


def test_an_earlier_answer_that_no_longer_fits_is_shown_and_asked_again(hold):
    answers = Answers({"pack": "bakery", "people": {"responsible": "gardener"}})
    held = hold("", "2", start=Start("questions", questions=("responsible",)), answers=answers)
    assert "Your earlier answer no longer fits: gardener." in held.text
    assert held.answers.get("people.responsible") == "counter"


@pytest.mark.parametrize("word", ["quit", "?", "skip", "edit"])
def test_a_backslash_makes_a_word_an_answer(hold, word):
    held = hold(f"\\{word}", start=BUSINESS)
    assert held.answers.get("business.name") == word


def test_clear_takes_an_answer_away(hold):
    answers = Answers({"pack": "generic", "business": {"story": "Old"}})
    held = hold("clear", "skip", start=Start("questions", questions=("story",)), answers=answers)
    assert held.answers.get("business.story") is None
    assert held.answers.skipped == ("story",)


def test_r8_several_lines_are_one_answer(hold):
    held = hold("Rosewater", "We bake.\n\nWe also deliver.", start=BUSINESS)
    assert held.answers.get("business.what_we_do") == "We bake.\n\nWe also deliver."
    assert held.screen.prompts[1].several_lines
    assert "Finish with an empty line." in held.text


def test_r8_a_list_of_lines_can_be_added_to(hold):
    answers = Answers({"pack": "generic", "brand": {"font": "own", "font_files": ["a.woff2"]}})
    start = Start("questions", questions=("files",))
    held = hold("+ b.woff2", start=start, answers=answers)
    assert held.answers.get("brand.font_files") == ["a.woff2", "b.woff2"]


def test_r11_without_input_there_is_one_sentence_and_an_exit_code(hold):
    held = hold()
    assert held.outcome.reason is Reason.INPUT_ENDED
    assert held.outcome.exit_code == 1
    assert "The input ended, so the interview ends here." in held.text


def test_changing_the_starter_set_keeps_what_the_owner_said(hold):
    answers = Answers({"pack": "bakery", "business": {"name": "R", "customer_word": "eater"}})
    held = hold("Change the starter pack", "Any other", "leave", answers=answers)
    assert held.answers.pack == "generic"
    assert held.answers.get("business.customer_word") == "eater"


def test_a_list_takes_over_all_that_is_suggested_about_some_things(hold):
    held = hold("confirm 1 2", "", start=Start("questions", questions=("touchpoints",)))
    assert "Confirmed: all that was suggested about 2 touchpoints." in held.text
    assert held.answers.get("journey.touchpoints")[1]["owner"] == "counter"
    assert "owner" not in held.answers.get("journey.touchpoints")[2]


def test_after_a_thing_the_list_stands_where_it_was(hold):
    held = hold("edit 3", "done", start=Start("questions", questions=("touchpoints",)))
    assert held.screen.prompts[-1].menu.cursor == 2


def test_a_command_without_a_number_is_not_guessed_in_plain_lines(hold):
    held = hold("remove", start=Start("questions", questions=("roles",)))
    assert "Say which one by its number, such as remove 2." in held.text
    assert held.answers.get("people.roles") is None


def test_undo_does_not_reach_back_to_other_questions(hold):
    held = hold("Rosewater", "<", "<", start=BUSINESS)
    again = hold("undo", "quit", start=PEOPLE, answers=held.answers)
    assert "There is nothing to take back here." in again.text
    assert again.answers.get("business.name") == "Rosewater"


def test_a_text_where_a_group_of_answers_belongs_is_set_aside_and_not_lost(hold):
    answers = Answers({"pack": "bakery", "people": {"service_contact": "Kim, 555 0100"}})
    held = hold("Kim", start=Start("questions", questions=("contact",)), answers=answers)
    assert held.answers.get("people.service_contact") == {"name": "Kim"}
    assert held.answers.parked == {"people.service_contact": "Kim, 555 0100"}


def test_r4_an_unknown_starter_pack_is_said_before_the_first_question(hold):
    held = hold("bakery", answers=Answers({"pack": "florist", "business": {"name": "R"}}))
    assert held.text.index("There is no starter pack “florist” here.") < held.text.index(
        "Ask what?"
    )
    assert held.answers.pack == "bakery"
