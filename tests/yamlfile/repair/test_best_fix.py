"""Among the fixes for a mistake, the one after which YAML reads furthest."""

from __future__ import annotations

from playbook.yamlfile.repair.best_fix import MAX_MISTAKES, parse_mended


def test_a_text_without_mistakes_is_read_as_it_stands() -> None:
    root, refusals = parse_mended("a: b\n")
    assert root is not None
    assert root.data == {"a": "b"}
    assert refusals == []


def test_each_mistake_is_mended_and_told_with_its_line() -> None:
    root, refusals = parse_mended("a: b\nname:x\nrole: y: z\nsay: 'c\nlast: d\n")
    assert root is not None
    assert root.data == {"a": "b", "name": "x", "role": "y: z", "say": "c", "last": "d"}
    assert [refusal.line for refusal in refusals] == [2, 3, 4]


def test_of_two_indents_as_near_the_one_after_which_reading_goes_on_is_taken() -> None:
    root, refusals = parse_mended("a:\n  - id: x\n    name: y\n   say: z\nb: c\n")
    assert root is not None
    assert root.data == {"a": [{"id": "x", "name": "y", "say": "z"}], "b": "c"}
    assert [refusal.line for refusal in refusals] == [4]


def test_what_cannot_be_read_at_all_is_left_out() -> None:
    root, refusals = parse_mended("a: b\n%x: {y\n}}: [\nc: d\n")
    assert root is not None
    assert root.data == {"a": "b", "c": "d"}
    assert [refusal.what for refusal in refusals] == [
        "This line cannot be read: %x: {y",
        "This line cannot be read: }}: [",
    ]


def test_a_text_with_mistakes_without_end_is_given_up() -> None:
    text = "\n".join(f"a{number}: @x" for number in range(MAX_MISTAKES + 5))
    root, refusals = parse_mended(text)
    assert root is None
    assert len(refusals) == MAX_MISTAKES + 1
    assert refusals[-1].what == "From here on the file cannot be read."
    assert refusals[-1].mend


def test_a_text_that_is_too_deep_is_refused_beside_its_leftovers() -> None:
    deep = "\n".join("  " * step + "a:" for step in range(25))
    root, refusals = parse_mended(f"{deep}\n# \x07\n")
    assert root is None
    assert [refusal.line for refusal in refusals] == [26, 21]
