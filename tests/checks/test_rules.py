from __future__ import annotations

import pytest

from playbook.checks import RULES, find

TOUCHPOINT = (
    "journey:\n"
    "  stages:\n"
    "    - id: shop\n      name: Shop\n"
    "    - id: after\n      name: After\n      after_sale: yes\n"
    "  touchpoints:\n"
    "    - id: door\n      name: Door\n      stage: shop\n      owner: host\n      measure: smiles\n"
    "      standard: Greeted in 30 seconds\n      promises: [greeted]\n"
    "    - id: thanks\n      name: Thanks\n      stage: after\n      owner: host\n"
    "      measure: smiles\n      standard: Called within 2 days\n"
)
SOUND = (
    "business:\n  name: A\n  country: UK\n  goal: Happy people\n"
    "customers:\n  segments:\n    - id: all\n      name: All\n"
    "promise:\n  value_proposition: Smiles\n"
    "  promises:\n    - id: greeted\n      name: Greeted\n      owner: host\n      measure: smiles\n"
    "      can_keep: always\n"
    "  differences:\n    - id: warm\n      name: Warm\n      measure: smiles\n"
    "people:\n  responsible: host\n  roles:\n    - id: host\n      name: Host\n"
    "  people:\n    - id: ana\n      name: Ana\n      roles: [host]\n"
    "  service_contact:\n    name: Ana\n    phone: 01632 960001\n"
    "scorecard:\n  measures:\n    - id: smiles\n      name: Smiles\n      owner: host\n"
    "      source: The till\n      target: 9\n"
    "reviews:\n  next_review: 2027-06-01\n" + TOUCHPOINT
)
MOMENT = (
    "      moment_of_truth: yes\n      recovery:\n        - wrong: Nobody there\n"
    "          put_right: Ring the bell\n"
)
THREE = "".join(
    f"    - id: m{n}\n      name: M{n}\n      stage: shop\n      owner: host\n      measure: smiles\n"
    f"      standard: Within {n} minutes\n{MOMENT}"
    for n in range(3)
)

# What to change in the sound playbook so that each rule, and only a fair reading of it, speaks up.
BREAKS = {
    "journey-ends-at-sale": ("      after_sale: yes\n", ""),
    "promise-nobody-keeps": ("      promises: [greeted]\n", ""),
    "heart-undecided": ("  goal: Happy people\n", ""),
    "no-service-contact": ("    phone: 01632 960001\n", ""),
    "nobody-responsible": ("  responsible: host\n", ""),
    "promise-not-judged": ("      can_keep: always\n", ""),
    "promise-cannot-be-kept": ("can_keep: always", "can_keep: not-yet"),
    "promise-above-standard": (
        "      standard: Greeted in 30 seconds\n",
        "      standard: Greeted in 30 seconds\n      standard_share: 90\n",
    ),
    "role-without-lead": (
        "      roles: [host]\n",
        "      roles: [host]\n    - id: bo\n      name: Bo\n      roles: [host]\n",
    ),
    "nobody-or-never": ("reviews:\n", "reviews:\n  skills_check: Every May\n"),
    "hand-off-to-oneself": (
        "      name: Host\n",
        "      name: Host\n    - id: cook\n      name: Cook\n  hand_offs:\n    - id: pass\n"
        "      name: Pass\n      giver: host\n      taker: host\n",
    ),
    "promise-without-owner": ("      name: Greeted\n      owner: host\n", "      name: Greeted\n"),
    "promise-without-measure": (
        "      measure: smiles\n      can_keep",
        "      can_keep",
    ),
    "touchpoint-without-owner": ("      stage: shop\n      owner: host\n", "      stage: shop\n"),
    "touchpoint-without-measure": (
        "      measure: smiles\n      standard: Greeted",
        "      standard: Greeted",
    ),
    "touchpoint-without-standard": ("      standard: Greeted in 30 seconds\n", ""),
    "touchpoint-without-stage": ("      name: Door\n      stage: shop\n", "      name: Door\n"),
    "moment-without-recovery": (
        "      name: Door\n",
        "      name: Door\n      moment_of_truth: yes\n",
    ),
    "slip-without-answer": ("          put_right: Ring the bell\n", ""),
    "nothing-measured": (
        SOUND[SOUND.index("  measures:") : SOUND.index("reviews:")],
        "  measures: []\n",
    ),
    "measure-without-owner": ("      owner: host\n      source", "      source"),
    "measure-without-source": ("      source: The till\n", ""),
    "vague-standard": ("Greeted in 30 seconds", "Greeted quickly"),
    "stage-without-touchpoint": (
        "    - id: after\n",
        "    - id: empty\n      name: Empty\n    - id: after\n",
    ),
    "moments-of-truth": (THREE, ""),
    "too-many-touchpoints": (
        THREE,
        THREE
        + "".join(
            f"    - id: x{n}\n      name: X{n}\n      stage: shop\n      owner: host\n"
            f"      measure: smiles\n      standard: Within {n} minutes\n"
            for n in range(25)
        ),
    ),
    "role-load": ("      name: Host\n", "      name: Host\n    - id: idle\n      name: Idle\n"),
    "role-without-person": ("      roles: [host]\n", ""),
    "person-without-role": ("      roles: [host]\n", ""),
    "no-number": ("phone: 01632 960001", "phone: Room 917"),
    "no-mail-address": ("    phone: 01632 960001\n", "    phone: 01632 960001\n    email: ana\n"),
    "only-nearby": ("  country: UK\n", ""),
    "difference-without-measure": (
        "      name: Warm\n      measure: smiles\n",
        "      name: Warm\n",
    ),
    "measure-without-target": ("      target: 9\n", ""),
    "too-many-measures": (
        "reviews:",
        "".join(
            f"    - id: n{n}\n      name: N{n}\n      owner: host\n      source: Till\n      target: 1\n"
            for n in range(15)
        )
        + "reviews:",
    ),
    "no-review-date": ("reviews:\n  next_review: 2027-06-01\n", ""),
    "unconfirmed": ("  goal: Happy people\n", ""),
}
SUGGESTS = {"unconfirmed": {"business": {"goal": "Suggested"}}}


def broken(rule: str) -> str:
    before, after = BREAKS[rule]
    text = SOUND + THREE
    assert text.count(before) >= 1, before
    text = text.replace(before, after, 1)
    if rule == "nothing-measured":
        text = text.replace("      measure: smiles\n", "")
    return text


def test_a_sound_playbook_has_no_findings(make_playbook):
    assert find(make_playbook(SOUND + THREE)) == ()


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_every_rule_speaks_up_when_it_is_broken(rule: str, make_playbook):
    findings = find(make_playbook(broken(rule), SUGGESTS.get(rule)))
    assert rule in {finding.rule for finding in findings}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_finding_says_what_and_how_to_mend_it(rule, make_playbook):
    for finding in find(make_playbook(broken(rule.id), SUGGESTS.get(rule.id)), [rule]):
        assert finding.severity == rule.severity
        assert finding.what.endswith((".", "?"))
        assert finding.mend.endswith(".") or "playbook interview" in finding.mend


def test_the_gravest_findings_come_first(make_playbook):
    order = [finding.severity for finding in find(make_playbook())]
    assert order == sorted(order, key=["error", "warning", "advice"].index)
    assert order[0] == "error"


def told(rule: str, playbook) -> list[tuple[object, str]]:
    return [(one.path[-1], f"{one.what} {one.mend}") for one in find(playbook) if one.rule == rule]


def test_without_a_country_numbers_are_told_once_and_with_it_each_that_is_local(make_playbook):
    text = (SOUND + THREE).replace("01632 960001", "555 0142 or +44 20 7946 0018")
    text = text.replace("      roles: [host]", "      roles: [host]\n      phone: 555 0143")
    [(place, said)] = told("only-nearby", make_playbook(text.replace("  country: UK\n", "")))
    assert place == "country"
    assert said == (
        "2 phone numbers lack the country, such as “555 0143”. Say in which country you are "
        "(business.country), or begin with + and its number."
    )
    found = told("only-nearby", make_playbook(text.replace("country: UK", "country: US")))
    assert found == [
        ("phone", "“555 0143” can be called from nearby only. Write it with its area code."),
        (
            "phone",
            "“555 0142 or +44 20 7946 0018” can be called from nearby only. "
            "Write it with its area code.",
        ),
    ]


def test_a_finding_points_at_its_place(make_playbook):
    [finding] = find(make_playbook(broken("vague-standard")))
    assert finding.path == ("journey", "touchpoints", 0, "standard")


def test_a_number_in_words_counts_as_observable(make_playbook):
    text = (SOUND + THREE).replace("Greeted in 30 seconds", "Greeted promptly, with a smile")
    assert find(make_playbook(text)) != ()
    text = (SOUND + THREE).replace("Greeted in 30 seconds", "Greeted promptly, within one minute")
    assert find(make_playbook(text)) == ()


def test_rules_have_names_of_their_own():
    assert len({rule.id for rule in RULES}) == len(RULES)
