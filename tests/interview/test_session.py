"""The session leads through the questions, knowing no terminal."""

from __future__ import annotations

from dataclasses import replace

from playbook.draft.progress import progress_in
from playbook.interview.session import Session
from playbook.method.models import QuestionWording, Wording


def test_r1_back_from_every_question_keeps_the_previous_answer(session):
    for chapter in session.method.chapters:
        here = session.in_chapter(chapter)
        while here.frames:
            if here.question.kind == "things":
                here = here.accepted()
                continue
            asked = here.path
            after = here.answered("said")
            if after.frames:
                assert after.back().path == asked
                assert after.back().value == "said"
            here = after


def test_r1_back_from_the_first_question_leaves_the_row_and_loses_nothing(session):
    here = session.in_chapter(session.method.chapters[0]).answered("Rosewater").back()
    assert here.value == "Rosewater"
    assert not here.back().frames
    assert here.back().answers == here.answers


def test_r1_back_inside_a_thing_leads_to_its_list(session):
    roles = session.in_chapter(session.method.chapters[1])
    inside = roles.with_list(roles.things.selected()).in_thing(1)
    assert inside.question.fills == "name"
    assert inside.back().question.id == "roles"
    assert inside.forward().back().question.fills == "name"


def test_r2_suggestions_are_computed_anew_after_a_change_of_mind(session):
    people = session.method.chapters[1]
    here = session.in_chapter(people, start="responsible")
    assert here.suggestion == "counter"
    without = here.back().back()
    without = without.with_list(without.things.selected().removed(1))
    assert without.forward().forward().suggestion is None
    other = here.with_pack("generic")
    assert other.suggestion == "owner"


def test_r2_an_answer_the_owner_gave_is_not_recomputed(session):
    here = session.in_chapter(session.method.chapters[1], start="responsible")
    here = here.answered("baker").back().back()
    assert here.with_pack("generic").answers.get("people.responsible") == "baker"


def test_r2_answers_of_hidden_questions_are_parked_and_come_back(session):
    scorecard = session.method.chapters[3]
    here = session.in_chapter(scorecard, start="font").answered("own").answered(["a.woff2"])
    assert here.answers.get("brand.font_files") == ["a.woff2"]
    plain = here.in_chapter(scorecard, start="font").answered("plain")
    assert plain.answers.get("brand.font_files") is None
    assert plain.answers.parked == {"brand.font_files": ["a.woff2"]}
    again = plain.in_chapter(scorecard, start="font").answered("own")
    assert again.answers.get("brand.font_files") == ["a.woff2"]
    assert again.answers.parked == {}


def test_a_hidden_question_is_not_asked_and_not_counted(session):
    here = session.in_chapter(session.method.chapters[3])
    assert here.position() == (1, 6)
    assert here.forward().question.id == "share"
    here = here.answered("More repeat guests")
    assert here.question.id == "new"
    assert here.position() == (2, 7)


def test_r6_a_skipped_question_is_remembered_and_has_no_answer(session):
    here = session.in_chapter(session.method.chapters[0], start="story").skipped()
    assert here.answers.skipped == ("story",)
    assert here.answers.get("business.story") is None


def test_r6_an_answer_takes_a_skipped_question_off_the_list(session):
    here = session.in_chapter(session.method.chapters[0], start="story").skipped()
    here = here.in_chapter(session.method.chapters[0], start="story").answered("Our story")
    assert here.answers.skipped == ()


def test_skipping_past_an_answer_keeps_it(session):
    here = session.in_chapter(session.method.chapters[0], start="story").answered("Our story")
    here = here.in_chapter(session.method.chapters[0], start="story").skipped()
    assert here.answers.get("business.story") == "Our story"
    assert here.answers.skipped == ()


def test_r6_only_what_the_playbook_cannot_do_without_may_not_be_skipped(session):
    business = session.in_chapter(session.method.chapters[0])
    assert not business.may_skip
    assert business.answered("Rosewater").may_skip


def test_accepting_a_suggestion_makes_it_the_owners(session):
    here = session.in_chapter(session.method.chapters[0], start="word").accepted()
    assert here.answers.get("business.customer_word") == "guest"


def test_a_list_without_one_thing_is_the_owners_once_they_accept_it(session):
    roles = session.in_chapter(session.method.chapters[1], start="roles")
    without = roles.with_list(roles.things.toggled("counter"))
    assert without.is_untouched(roles.question)
    assert without.answers.get("people.roles") == [{"id": "owner"}, {"id": "baker"}]
    accepted = without.accepted()
    assert not accepted.is_untouched(roles.question)
    assert [one["name"] for one in accepted.answers.get("people.roles")] == ["Owner", "Baker"]


def test_r19_the_quick_path_asks_the_quick_questions_only(session):
    here, asked = session.in_quick_path(), []
    while here.frames:
        asked.append(here.question.id)
        here = here.skipped()
    assert list(dict.fromkeys(asked)) == [
        "name", "what", "roles", "responsible", "contact", "touchpoints", "colour", "logo"
    ]  # fmt: skip
    assert here.left_by == "end"


def test_r3_the_quick_path_goes_on_where_it_was_left(session):
    here = session.in_quick_path().answered("Rosewater").answered("We bake")
    assert here.home().in_quick_path().question.id == "roles"


def test_a_contact_is_asked_part_by_part_and_counts_once(session):
    here = session.in_chapter(session.method.chapters[1], start="contact")
    position = here.position()
    for part, value in {"name": "Kim", "phone": "1", "email": "k@b.c", "hours": "8 to 5"}.items():
        assert here.question.fills.endswith(part)
        assert here.position() == position
        here = here.answered(value)
    assert here.answers.get("people.service_contact") == {
        "name": "Kim", "phone": "1", "email": "k@b.c", "hours": "8 to 5"
    }  # fmt: skip
    assert here.question.id == "first"


def test_each_part_of_a_contact_can_be_left_out(session):
    here = session.in_chapter(session.method.chapters[1], start="contact")
    here = here.answered("Kim").skipped().skipped().skipped()
    assert here.answers.get("people.service_contact") == {"name": "Kim"}
    assert here.answers.skipped == ()


def test_r26_the_last_changes_can_be_undone_one_by_one(session):
    start = session.in_chapter(session.method.chapters[0])
    here = start.answered("Rosewater").answered("We bake")
    assert here.undone().answers.get("business.what_we_do") is None
    assert here.undone().undone().answers == start.answers
    assert start.undone() == start


def test_nested_things_are_answered_inside_their_thing(session):
    here = session.in_chapter(session.method.chapters[2])
    here = here.with_list(here.things.selected()).in_thing(0, at=5)
    assert here.question.id == "tp-recovery"
    here = here.with_list(here.things.added("Burnt"))
    inside = here.in_thing(1).forward()
    assert inside.path == ("journey", "touchpoints", 0, "recovery", 1, "put_right")
    here = inside.answered("Sorry, and a fresh one within ten minutes")
    recovery = here.answers.get("journey.touchpoints")[0]["recovery"]
    assert recovery[0] == {"wrong": "No bread left", "put_right": "Offer to keep one."}
    assert recovery[1]["put_right"].startswith("Sorry")
    assert here.question.id == "tp-recovery"


def test_a_things_field_shows_the_packs_suggestion(session):
    here = session.in_chapter(session.method.chapters[2])
    here = here.with_list(here.things.selected()).in_thing(0, at=3)
    assert here.value is None
    assert here.suggestion == "The door is open by 7:00."


def test_r15_progress_counts_what_is_asked_and_estimates_the_time(session):
    before = session.progress_in(session.method.chapters[0])
    assert (before.decided, before.total) == (0, 5)
    here = session.in_chapter(session.method.chapters[0]).answered("Rosewater")
    after = here.progress_in(session.method.chapters[0])
    assert (after.decided, after.total) == (1, 5)
    assert after.minutes <= before.minutes


def test_r15_a_ticked_thing_counts_once_something_was_said_about_it(session):
    people = session.method.chapters[1]
    here = session.in_chapter(people)
    here = here.with_list(here.things.selected())
    before = here.progress_in(people)
    after = here.in_thing(1, at=1).answered("Serves and listens").home().progress_in(people)
    assert after.total == before.total
    assert after.decided == before.decided + 1


def test_essential_questions_that_are_open_are_named(session):
    progress = progress_in(session.draft)[0]
    assert [question.id for question in progress.essential] == ["name"]


def test_no_move_changes_the_session_it_starts_from(session):
    before = session.answers
    session.in_quick_path().answered("Rosewater").accepted().skipped().back()
    assert session.answers == before
    assert session.frames == ()


def test_the_engine_knows_no_terminal_no_clock_and_no_file():
    import ast
    from pathlib import Path

    import playbook.interview as room

    outside = {"brand_file.py", "file_store.py"}
    forbidden = {
        "prompt_toolkit",
        "sys",
        "os",
        "pathlib",
        "time",
        "shutil",
        "subprocess",
        "tempfile",
    }
    for file in Path(room.__file__).parent.glob("*.py"):
        if file.name in outside:
            continue
        for node in ast.walk(ast.parse(file.read_text())):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            assert not {name.split(".")[0] for name in names} & forbidden, file.name
        assert ".today()" not in file.read_text()
        assert ".now()" not in file.read_text()


def test_the_words_of_a_pack_are_put_into_the_method_once_and_go_with_the_pack(
    small_method, bakery, session
):
    wording = Wording(questions={"name": QuestionWording(ask="Wie?")})
    packs = {**session.packs, "bakery": bakery.model_copy(update={"wording": wording})}
    here = Session.over(small_method, packs, session.answers, session.today).in_quick_path()
    assert here.question.ask == "Wie?"
    assert here.answered("Rosewater").method is here.method
    other = here.with_pack("generic").in_quick_path()
    assert other.question.ask == "Ask name?"
    assert other.with_pack("bakery").in_quick_path().question.ask == "Wie?"


def test_r26_what_is_saved_while_one_visits_a_field_is_taken_back_at_once(session):
    here = session.in_chapter(session.method.chapters[0], start="story")
    for words in ("Our", "Our story", "Our story began"):
        here = here.written(words)
    assert here.answers.get("business.story") == "Our story began"
    assert here.undone().answers == session.answers
    assert len(here.history) == 1


def test_r26_another_visit_of_a_field_is_another_step(session):
    story = session.in_chapter(session.method.chapters[0], start="story").written("Our story")
    again = story.in_chapter(session.method.chapters[0], start="story").written("Our new story")
    assert again.undone().answers.get("business.story") == "Our story"
    assert again.undone().undone().answers == session.answers


def test_r26_a_face_without_a_cursor_says_itself_which_visit_it_is(session):
    def saved(session, words, visit):
        here = session.in_chapter(session.method.chapters[0], start="story")
        return replace(here, visit=visit).written(words)

    here = saved(saved(session, "Our", 7), "Our story", 7)
    assert here.undone().answers == session.answers
    assert saved(here, "Ours", 8).undone().answers.get("business.story") == "Our story"


def test_r26_each_thing_done_to_a_list_is_a_step_of_its_own(session):
    here = session.in_chapter(session.method.chapters[1])
    here = here.with_list(here.things.toggled("baker"))
    here = here.with_list(here.things.toggled("counter"))
    assert here.undone().things.position("counter") == 1


def test_r26_a_stale_undo_changes_nothing(session):
    here = session.in_chapter(session.method.chapters[0]).answered("Rosewater")
    number = here.last_step.number
    later = here.answered("We bake")
    assert later.undone(number) == later
    assert later.undone(later.last_step.number).answers == here.answers
    anew = later.undone().answered("We bake rye")
    assert anew.last_step.number not in (number, later.last_step.number)


def test_an_answer_on_which_no_question_depends_leaves_the_others_alone(session):
    here = session.in_chapter(session.method.chapters[3], start="font").answered("own")
    here = here.answered(["a.woff2"]).home()
    scorecard = session.method.chapters[3]
    assert here.in_chapter(scorecard, start="share").answered("5").answers.parked == {}
    other = here.in_chapter(scorecard, start="font").answered("plain")
    assert other.answers.parked == {"brand.font_files": ["a.woff2"]}
