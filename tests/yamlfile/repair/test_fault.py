"""Where YAML stops reading a text."""

from __future__ import annotations

import pytest

from playbook.yamlfile.refusals import RefusedError
from playbook.yamlfile.repair.fault import Fault, find_fault


@pytest.mark.parametrize("text", ["", "a: b\n", "a: 'b\n  c'\n", "a: b\x85c\n"])
def test_a_text_that_can_be_read_has_no_fault(text: str) -> None:
    assert find_fault(text) is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b\nc: d: e\nf: g\n", 1),
        ("a: b\n\tc: d\n", 1),
        ("a: b\nc d\ne: f\n", 1),
        ("a: [b\nc: d\n", 0),
    ],
)
def test_a_fault_is_on_the_line_that_went_wrong(text: str, line: int) -> None:
    assert find_fault(text) == Fault(line)


@pytest.mark.parametrize("text", ["a: b\nc: 'd\ne: f\n", "a: b\nc: 'd\ne: 'f\n"])
def test_a_quotation_mark_left_open_is_the_line_to_get_past(text: str) -> None:
    fault = find_fault(text)
    assert fault is not None
    assert fault.runaway == (1,)
    assert fault.floor == 1 < fault.line


def test_without_a_quotation_mark_the_fault_itself_is_to_get_past() -> None:
    assert Fault(7).floor == 7


def test_a_text_that_is_too_deep_is_no_fault_to_mend() -> None:
    with pytest.raises(RefusedError, match="levels deep"):
        find_fault("[" * 30)
