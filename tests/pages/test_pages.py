"""Every module of a page is in the catalogue, and every page says what it is for."""

from __future__ import annotations

import inspect

import pytest

from playbook.pages import (
    about,
    customer_promise,
    customers,
    fairness,
    improvements,
    journey,
    journey_map,
    knowledge,
    listening,
    measures,
    onboarding,
    people,
    promises,
    recovery,
    reviews,
    situations,
    welcome,
)
from playbook.pages.catalogue import PAGE_TYPES, build_pages
from playbook.pages.context import Guide
from playbook.pages.parts import Page
from tests.pages.conftest import TEXT

MODULES = (
    about,
    customer_promise,
    customers,
    fairness,
    improvements,
    journey,
    journey_map,
    knowledge,
    listening,
    measures,
    onboarding,
    people,
    promises,
    recovery,
    reviews,
    situations,
    welcome,
)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_page_of_a_module_is_in_the_catalogue(module):
    own = [
        kind
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, Page) and kind.__module__ == module.__name__
    ]
    assert own
    assert set(own) <= set(PAGE_TYPES)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_what_a_module_builds_is_in_some_edition(module, make_playbook, method):
    playbook = make_playbook(TEXT)
    editions = [build_pages(playbook, method, one) for one in ("manager", "customer")]
    addresses = {page.address for pages in editions for page in pages}
    built = {page.address for page in module.build(Guide(playbook, method))}
    assert built
    assert built <= addresses


def test_no_two_pages_are_of_one_kind():
    kinds = [page_type.kind for page_type in PAGE_TYPES]
    assert len(set(kinds)) == len(kinds)
