"""A template prints the fields of its page, all of them, and nothing else."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import jinja2
import jinja2.meta
import pytest

from playbook.language.phrase_files import plain_english
from playbook.pages.catalogue import PAGE_TYPES
from playbook.pages.customer_promise import PromiseToYouPage
from playbook.render.environment import make_environment, read_templates

TEMPLATES = Path(__file__).parent.parent / "templates"
ENVIRONMENT = make_environment(read_templates([TEMPLATES]), plain_english())
# What the menu, the file name, the sorting, the poster and templates of coaches use, not ours.
NOT_PRINTED = {"address", "title", "customer", "customers", "levels"}
# What the foot of a page says to those who work here, and customers do not read.
INSIDE = {"ideas", "care", "has_suggestions"}


def names(template: str, environment: jinja2.Environment = ENVIRONMENT) -> set[str]:
    """Return the names that *template*, with all it includes, takes from its page."""
    assert environment.loader is not None
    source, _, _ = environment.loader.get_source(environment, template)
    tree = environment.parse(source)
    found = set(jinja2.meta.find_undeclared_variables(tree)) - environment.globals.keys()
    local = {
        node.name for node in tree.find_all(jinja2.nodes.Name) if node.ctx in ("store", "param")
    }
    for include in tree.find_all(jinja2.nodes.Include):
        assert isinstance(include.template, jinja2.nodes.Const)
        found |= names(include.template.value, environment) - local
    return found


@pytest.mark.parametrize("page_type", PAGE_TYPES, ids=lambda page_type: page_type.kind)
def test_a_template_uses_exactly_what_its_page_offers(page_type):
    offered = {field.name for field in fields(page_type)}
    used = names(f"{page_type.kind}.md.j2")
    assert used <= offered
    not_printed = NOT_PRINTED | (INSIDE if page_type is PromiseToYouPage else set())
    assert offered - used <= not_printed


def test_the_comparison_sees_a_name_too_many():
    environment = make_environment(
        {"a": "{% include 'b' %}{{ x }}", "b": "{% for y in z %}{{ y }}{% endfor %}"},
        plain_english(),
    )
    assert names("a", environment) == {"x", "z"}


def test_every_template_is_used():
    used = {f"{page_type.kind}.md.j2" for page_type in PAGE_TYPES}
    shipped = {file.name for file in TEMPLATES.glob("*.md.j2") if not file.name.startswith("_")}
    assert shipped == used
