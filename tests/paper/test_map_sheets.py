from __future__ import annotations

import pytest

from playbook.paper.map_sheets import MOST_COLUMNS, spread
from tests.paper.conftest import carried

pytest.importorskip("tinyhtml5", exc_type=ImportError)


def test_a_wide_map_is_spread_and_loses_no_cell():
    stages = range(1, 10)
    head = "".join(f"<th>s{n}</th>" for n in stages)
    cells = "".join(f"<td>c{n}</td>" for n in stages)
    made = carried(
        f"<h1>T</h1><div class='pb-map--whole'><table><thead><tr><th>Stage</th>{head}</tr></thead>"
        f"<tbody><tr><th>Lane</th>{cells}</tr></tbody></table></div>"
    )
    spread(made.body)
    tables = list(made.body.iter("table"))
    assert len(tables) == 3
    rows = [[cell.text for cell in row] for table in tables for row in table.iter("tr")]
    assert all(len(row) <= MOST_COLUMNS + 1 for row in rows)
    assert [cell for row in rows for cell in row if cell[0] == "c"] == [f"c{n}" for n in stages]
    assert [row[0] for row in rows] == ["Stage", "Lane"] * 3


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><th>a</th><td colspan='2'>b</td></tr><tr><th>c</th><td>d</td><td>e</td></tr></table>",
        "<table><tr><th>a</th></tr><tr><th>b</th><td>c</td></tr></table>",
    ],
)
def test_a_table_that_is_no_grid_stays_as_it_is(table: str):
    made = carried(f"<h1>T</h1><div class='pb-map--whole'>{table}</div>")
    before = [[cell.text for cell in row] for row in made.body.iter("tr")]
    spread(made.body)
    assert len(list(made.body.iter("table"))) == 1
    assert [[cell.text for cell in row] for row in made.body.iter("tr")] == before


def test_a_column_that_says_much_is_wider_than_one_that_says_little():
    made = carried(
        "<h1>T</h1><div class='pb-map--whole'><table>"
        f"<tr><th>a</th><td>{'much ' * 400}</td><td>little</td></tr></table></div>"
    )
    spread(made.body)
    much, little = [float(col.get("style").split()[1][:-1]) for col in made.body.iter("col")][1:]
    assert much > little
