"""The site stays light: beside the theme as it comes, and as a playbook grows."""

from __future__ import annotations

import pytest

from benchmarks.sizes import LIMITS, growth, sizes, worst_pages
from benchmarks.stock import build_stock
from tests.showcase import Maker

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", name="weighed", params=["cafe", "plumbing", "bookkeeping"])
def _weighed(example: Maker, tmp_path_factory, request):
    made = example(request.param)
    stock = build_stock(made.build, tmp_path_factory.mktemp("stock") / "stock")
    return sizes(made.site), sizes(stock)


@pytest.mark.parametrize("figure", LIMITS)
def test_a_site_is_lighter_than_the_same_pages_on_the_theme_as_it_comes(figure, weighed):
    ours, stock = (one.all()[figure] for one in weighed)
    assert ours <= LIMITS[figure] * stock, f"{ours / stock:.2f}"


def test_no_page_needs_more_than_its_share(weighed):
    for page, ratio in worst_pages(*weighed).items():
        assert ratio <= LIMITS["page"], (page, ratio)


def test_nothing_grows_faster_with_the_number_of_pages_than_the_content_does(tmp_path):
    grown = growth(tmp_path, 40, 160)
    assert grown["pages"] > 2.8
    for figure in ("html", "disk"):
        assert grown[figure] <= grown["pages"], (figure, grown)
    assert grown["page"] <= 1.0, grown
    # The welcome page names every role.
    assert grown["first visit"] <= 1.02, grown
