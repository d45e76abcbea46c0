"""Every rule, in the order in which its findings are told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from playbook.checks import completeness, journey, measures, promises, wording
from playbook.checks.finding import SEVERITIES, Finding, Rule
from playbook.model.playbook import Playbook
from playbook.yamlfile import Path

RULES: tuple[Rule, ...] = (
    Rule(
        "journey-ends-at-sale",
        "error",
        "The journey goes on after the sale, with at least one touchpoint there.",
        journey.after_the_sale,
    ),
    Rule(
        "promise-nobody-keeps",
        "error",
        "Every promise is kept at a touchpoint.",
        promises.nobody_keeps,
    ),
    Rule(
        "heart-undecided",
        "warning",
        "The goal, the customers, the promises, the touchpoints and the roles are decided.",
        completeness.undecided_heart,
    ),
    Rule(
        "no-service-contact",
        "warning",
        "Customers have a name and a number or address for help.",
        completeness.service_contact,
    ),
    Rule(
        "nobody-responsible",
        "warning",
        "One role has the main responsibility for how customers are treated.",
        completeness.responsible,
    ),
    Rule(
        "promise-cannot-be-kept",
        "warning",
        "No promise is made that cannot be kept, unless it says what is needed.",
        promises.cannot_keep,
    ),
    Rule("promise-without-owner", "warning", "Every promise has an owner.", promises.no_owner),
    Rule("promise-without-measure", "warning", "Every promise has a measure.", promises.no_measure),
    Rule("touchpoint-without-owner", "warning", "Every touchpoint has an owner.", journey.no_owner),
    Rule(
        "touchpoint-without-measure",
        "warning",
        "Every touchpoint has a measure.",
        journey.no_measure,
    ),
    Rule(
        "touchpoint-without-standard",
        "warning",
        "Every touchpoint says how well it must be done.",
        journey.no_standard,
    ),
    Rule(
        "touchpoint-without-stage",
        "warning",
        "Every touchpoint belongs to a stage.",
        journey.no_stage,
    ),
    Rule(
        "moment-without-recovery",
        "warning",
        "Every moment of truth says what can go wrong and how to put it right.",
        journey.unprepared_moments,
    ),
    Rule(
        "slip-without-answer",
        "warning",
        "Whatever can go wrong says what to do then.",
        journey.unanswered_slips,
    ),
    Rule("nothing-measured", "warning", "There is at least one measure.", measures.none_at_all),
    Rule("measure-without-owner", "warning", "Every measure has an owner.", measures.no_owner),
    Rule("measure-without-source", "warning", "Every measure has a source.", measures.no_source),
    Rule(
        "vague-standard",
        "warning",
        "Every standard names something to see or count.",
        wording.vague_standards,
    ),
    Rule(
        "stage-without-touchpoint",
        "advice",
        "Something happens in every stage.",
        journey.empty_stages,
    ),
    Rule(
        "moments-of-truth",
        "advice",
        "Three to five touchpoints are moments of truth.",
        journey.moments_of_truth,
    ),
    Rule(
        "too-many-touchpoints",
        "advice",
        "There are no more touchpoints than a team can keep in mind.",
        journey.too_many_touchpoints,
    ),
    Rule(
        "role-load",
        "advice",
        "Every role answers for something, and none for too much.",
        journey.idle_roles,
    ),
    Rule("role-without-person", "advice", "Every role is held by somebody.", journey.no_holder),
    Rule("person-without-role", "advice", "Every person holds a role.", journey.no_role),
    Rule(
        "difference-without-measure",
        "advice",
        "Every point of difference has a measure.",
        promises.unproved_differences,
    ),
    Rule("measure-without-target", "advice", "Every measure has a target.", measures.no_target),
    Rule("too-many-measures", "advice", "There are few measures.", measures.too_many),
    Rule(
        "no-review-date", "advice", "A date is set for the next review.", completeness.review_date
    ),
    Rule(
        "unconfirmed",
        "advice",
        "Suggestions are confirmed or replaced.",
        completeness.unconfirmed,
    ),
)


def find(playbook: Playbook, rules: Sequence[Rule] = RULES) -> tuple[Finding, ...]:
    """Return what *rules* find in *playbook*, the gravest first."""
    findings = [
        Finding(rule.id, rule.severity, found.path, found.what, found.mend)
        for rule in rules
        for found in rule.look(playbook)
        if not _is_declined(playbook, found.path)
    ]
    return tuple(sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity)))


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
