"""What is carried over from a page to the handbook, and what is not."""

from __future__ import annotations

import pytest

from tests.paper.conftest import shown

pytest.importorskip("tinyhtml5", exc_type=ImportError)


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>",
        "<style>x</style>",
        '<link rel="attachment" href="file:///etc/passwd">',
        "<iframe src=x></iframe>",
        "<nav class='pb-pager'>x</nav>",
        "<p hidden>x</p>",
        "<button>x</button>",
        "<div class='pb-care'><p>x</p></div>",
        "<details class='pb-ideas'><summary>x</summary></details>",
        "<p class='pb-legend'>x <span class='pb-suggested'>y</span></p>",
    ],
)
def test_what_paper_cannot_show_is_left_out_and_what_stands_behind_it_stays(html: str):
    told = shown(f"<h1>Title</h1><p>before</p>{html}<p>after</p>")
    assert ">x" not in told
    assert "passwd" not in told
    assert "<p>before</p>" in told
    assert "<p>after</p>" in told


def test_nothing_but_known_attributes_is_carried_over():
    told = shown('<h1>T</h1><p onclick="x()" style="position:fixed" class="pb-lead">here</p>')
    assert '<p class="pb-lead">here</p>' in told


def test_a_box_to_tick_is_an_empty_square_and_a_folded_text_is_open():
    told = shown(
        "<h1>T</h1><ul><li><input type=checkbox> <label>Read it</label></li></ul>"
        "<details><summary>More</summary><p>all of it</p></details>"
    )
    assert 'class="paper-box"' in told
    assert '<p class="paper-open__head">More</p><p>all of it</p>' in told


def test_headings_lie_as_deep_as_their_page():
    told = shown("<h1>T</h1><h2>Part</h2>", level=3)
    assert "<h3" in told
    assert '<h4 class="paper-h2">Part</h4>' in told


@pytest.mark.parametrize("tag", ["x-card", "marquee", "blink", "slot", 'a<b"'])
def test_of_an_element_that_paper_does_not_know_the_words_stay(tag: str):
    assert "<p>before <span>words</span></p>" in shown(f"<p>before <{tag}>words</{tag}></p>")


@pytest.mark.parametrize(
    ("span", "kept"), [("2", True), ("999", True), ("99999999", False), ("-1", False), ("x", False)]
)
def test_a_cell_cannot_claim_millions_of_columns(span: str, kept: bool):
    told = shown(f'<table><tr><td colspan="{span}" rowspan="{span}">x</td></tr></table>')
    assert (f'colspan="{span}"' in told) == kept
    assert (f'rowspan="{span}"' in told) == kept
