"""Every rule, in the order in which its findings are told."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from playbook.checks import completeness, follow_up, journey, logo, people, promises, vague
from playbook.checks.completeness import each_without, more_than, nothing_at
from playbook.checks.finding import SEVERITIES, Finding, Looked, Rule
from playbook.checks.follow_up import Dated
from playbook.checks.logo import ShownLogo
from playbook.checks.written import Entry, doubtful, read_anew, taken_for_notes
from playbook.model.playbook import Playbook
from playbook.yamlfile import Path

MOST_TOUCHPOINTS = 25
MOST_MEASURES = 15
_error, _warning, _advice = (partial(Rule, severity) for severity in SEVERITIES)
RULES: tuple[Rule[Playbook], ...] = (
    _error(
        "journey-ends-at-sale",
        "The journey goes on after the sale, with at least one touchpoint there.",
        journey.after_the_sale,
    ),
    _error("promise-nobody-keeps", "Every promise is kept at a touchpoint.", promises.nobody_keeps),
    _warning(
        "heart-undecided",
        "The goal, the customers, the promises, the touchpoints and the roles are decided.",
        completeness.undecided_heart,
    ),
    _warning(
        "no-service-contact",
        "Customers have a name and a number or address for help.",
        completeness.service_contact,
    ),
    _warning(
        "nobody-responsible",
        "One role has the main responsibility for how customers are treated.",
        nothing_at(  # BizBest, 7; Hamilton, rule 5
            "people.responsible",
            "No role has the main responsibility for how customers are treated.",
            "Name one role; it may be the owner.",
            "Which role has the main responsibility for how customers are treated?",
        ),
    ),
    _warning(
        "promise-not-judged",
        "Of every promise it is said how often it is kept.",
        promises.not_judged,
    ),
    _warning(
        "promise-cannot-be-kept",
        "Of every promise that is not kept every time it is decided what to do, by whom and when.",
        promises.cannot_keep,
    ),
    _warning(
        "promise-without-owner",
        "Every promise has an owner.",
        each_without(
            "owner",
            "promise.promises",
            "Nobody answers for the promise “{}”.",
            question="Who answers for the promise “{}”?",
        ),
    ),
    _warning(
        "promise-without-measure",
        "Every promise has a measure.",
        each_without(  # Hamilton, step 5
            "measure",
            "promise.promises",
            "Nothing tells whether you keep the promise “{}”.",
            question="How do you know that you keep the promise “{}”?",
        ),
    ),
    _warning(
        "touchpoint-without-owner",
        "Every touchpoint has an owner.",
        each_without(  # Hamilton, step 7
            "owner",
            "journey.touchpoints",
            "Nobody answers for the touchpoint “{}”.",
            question="Who looks after “{}”?",
        ),
    ),
    _warning(
        "role-without-lead",
        "Where several people hold a role that answers for something, one of them is named.",
        people.crowds,  # Hamilton, rule 5 and step 7
    ),
    _warning(
        "touchpoint-without-measure",
        "Every touchpoint has a measure.",
        each_without(  # Hamilton, steps 5 and 7
            "measure",
            "journey.touchpoints",
            "Nothing tells whether the touchpoint “{}” works.",
            question="How do you know whether “{}” goes well?",
        ),
    ),
    _warning(
        "touchpoint-without-standard",
        "Every touchpoint says how well it must be done.",
        each_without(  # Hamilton, step 3
            "standard",
            "journey.touchpoints",
            "Nothing says how well “{}” must be done.",
            "Add a standard that a bystander could see or count.",
            question="How well must “{}” be done, so that a bystander could see it?",
        ),
    ),
    _warning(
        "touchpoint-without-stage",
        "Every touchpoint belongs to a stage.",
        each_without(
            "stage",
            "journey.touchpoints",
            "The touchpoint “{}” belongs to no stage.",
            question="At which stage of the journey does “{}” happen?",
        ),
    ),
    _warning(
        "moment-without-recovery",
        "Every moment of truth says what can go wrong and how to put it right.",
        journey.unprepared_moments,
    ),
    _warning(
        "slip-without-answer",
        "Whatever can go wrong says what to do then.",
        journey.unanswered_slips,
    ),
    _warning(
        "nothing-measured",
        "There is at least one measure.",
        nothing_at(  # Nowak, 2
            "scorecard.measures",
            "Nothing is measured.",
            "Choose three to seven.",
            "Which few numbers tell you whether customers are treated as you intend?",
        ),
    ),
    _warning(
        "measure-without-owner",
        "Every measure has an owner.",
        each_without(
            "owner",
            "scorecard.measures",
            "Nobody brings the number for “{}”.",
            question="Who brings the number for “{}”?",
        ),
    ),
    _warning(
        "measure-without-source",
        "Every measure has a source.",
        each_without(
            "source",
            "scorecard.measures",
            "Nothing says where the number for “{}” comes from.",
            "Name the report, till, list or tool it is read from.",
            question="Where does the number for “{}” come from?",
        ),
    ),
    _warning(
        "vague-standard", "Every standard names something to see or count.", vague.vague_standards
    ),
    _advice("stage-without-touchpoint", "Something happens in every stage.", journey.empty_stages),
    _advice(
        "moments-of-truth",
        "Three to five touchpoints are moments of truth.",
        journey.moments_of_truth,
    ),
    _advice(
        "too-many-touchpoints",
        "There are no more touchpoints than a team can keep in mind.",
        more_than(
            MOST_TOUCHPOINTS,
            "journey.touchpoints",
            "{} touchpoints are more than a team can keep in mind.",
            f"Merge or drop some: {MOST_TOUCHPOINTS} do.",
        ),
    ),
    _advice(
        "role-load", "Every role answers for something, and none for too much.", people.idle_roles
    ),
    _advice("role-without-person", "Every role is held by somebody.", people.no_holder),
    _advice(
        "person-without-role",
        "Every person holds a role.",
        each_without(
            "roles",
            "people.people",
            "{} holds no role.",
            "Give the person one or more roles.",
            "Which role does {} hold?",
        ),
    ),
    _advice("no-number", "Every phone has a number that can be dialled.", people.no_number),
    _advice("no-mail-address", "Every mail address can be written to.", people.no_address),
    _advice("only-nearby", "Every phone number can be called from anywhere.", people.only_nearby),
    _advice(
        "difference-without-measure",
        "Every point of difference has a measure.",
        each_without(  # Hamilton, step 5
            "measure",
            "promise.differences",
            "Nothing tells whether “{}” really sets you apart.",
            question="How do you know that “{}” sets you apart?",
        ),
    ),
    _advice(
        "promise-above-standard",
        "No promise is made for every time where the standard allows a miss.",
        promises.above_the_standard,
    ),
    _advice(
        "nobody-or-never",
        "Whatever is decided says who sees to it, and by when.",
        follow_up.nobody_or_never,
    ),
    _advice(
        "hand-off-to-oneself",
        "A hand-off leads from one person to another.",
        people.hand_offs_to_oneself,
    ),
    _advice(
        "measure-without-target",
        "Every measure has a target.",
        each_without(  # BizBest, 8
            "target",
            "scorecard.measures",
            "“{}” has no target.",
            "Read it for a few weeks, then set one.",
            "Where do you want “{}” to be?",
        ),
    ),
    _advice(
        "too-many-measures",
        "There are few measures.",
        more_than(  # Nowak, 2
            MOST_MEASURES,
            "scorecard.measures",
            "{} measures are more than anybody will look at.",
            "Keep the few that change what you do.",
        ),
    ),
    _advice(
        "no-review-date",
        "A date is set for the next review.",
        nothing_at(  # Hamilton, step 8
            "reviews.next_review",
            "Nothing says when this playbook will be reviewed.",
            "Set a date within the next twelve months.",
            "When will you look through this playbook again?",
        ),
    ),
    _advice("unconfirmed", "Suggestions are confirmed or replaced.", completeness.unconfirmed),
)


RULES_OF_TIME: tuple[Rule[Dated], ...] = (
    _warning("overdue", "What was to be done by a day is done by then.", follow_up.overdue),
)


RULES_OF_WRITING: tuple[Rule[Sequence[Entry]], ...] = (
    _warning("doubtful", "Every number and date means one thing only.", doubtful),
    _advice("read-anew", "Every number is read as by earlier versions.", read_anew),
)
RULES_OF_NOTES: tuple[Rule[Mapping[Path, str]], ...] = (
    _warning("taken-for-note", "No words of an answer are taken for a note.", taken_for_notes),
)
RULES_OF_LOGO: tuple[Rule[ShownLogo], ...] = (
    _warning("logo-unseen", "The logo can be seen on white.", logo.unseen),
    _advice("logo-cut", "The logo is shown whole.", logo.cut),
)


def rules_for(language: str) -> tuple[Rule[Playbook], ...]:
    """Return the rules that can judge a playbook in a language."""
    if vague.knows(language):
        return RULES
    return tuple(rule for rule in RULES if rule.look is not vague.vague_standards)


def find(playbook: Playbook, rules: Sequence[Rule[Playbook]] = RULES) -> tuple[Finding, ...]:
    """Return what *rules* find in *playbook*, the gravest first."""
    found = _found(playbook, rules)
    return gravest_first(one for one in found if not _is_declined(playbook, one.path))


def find_overdue(playbook: Playbook, today: datetime.date) -> tuple[Finding, ...]:
    """Return what should have been done before *today*."""
    return tuple(_found(Dated(playbook, today), RULES_OF_TIME))


def find_in_writing(entries: Iterable[Entry]) -> tuple[Finding, ...]:
    """Return what is to be said of how numbers and dates were written, the gravest first."""
    return gravest_first(_found(tuple(entries), RULES_OF_WRITING))


def find_in_notes(lost: Mapping[Path, str]) -> tuple[Finding, ...]:
    """Return what is to be said of words that count as notes, by the path in front of them."""
    return tuple(_found(lost, RULES_OF_NOTES))


def find_in_logo(shown: ShownLogo) -> tuple[Finding, ...]:
    """Return what is to be said of how the logo comes out, the gravest first."""
    return gravest_first(_found(shown, RULES_OF_LOGO))


def gravest_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings by severity, and else in the order they came in."""
    return tuple(sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity)))


def _found(looked: Looked, rules: Sequence[Rule[Looked]]) -> Iterator[Finding]:
    for rule in rules:
        for found in rule.look(looked):
            told = (found.path, found.what, found.mend, found.asks, found.question)
            yield Finding(rule.id, rule.severity, *told)


def _is_declined(playbook: Playbook, path: Path) -> bool:
    """Tell whether *path* lies in something the owner said is not for them."""
    here: Any = playbook
    for step in path:
        if isinstance(here, tuple):
            here = here[int(step)]
        elif step in here.declined:
            return True
        else:
            here = getattr(here, str(step), None)
        if here is None:
            break
    return False
