"""Writing values as YAML that people like to read."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from playbook.words import Words
from playbook.yamlfile import dump, dump_text, read_text

TEXTS = st.text() | st.sampled_from(
    [
        "", "no", "yes", "null", "~", "12:30", "010", "---", "...", "<<", "=", "- a", "a: b", "a #b",
        " a", "a ", "a\n", "\na", "a\n\n", "a\n b\n", "a \nb", "a\tb", "\t", "\n", "\n\n", "'", '"', "%a",
        "@a", "`a", "*a", "&a", "!a", "|", ">", "{}", "[]", "?", "? a", ":", "#", "\x85", "a\u2028b", "\ufeff",
        "a\u00a0", "\U0001f600 b", "\x00", "\x7f", "a\r\nb", "x" * 200, "word " * 60, "é\n\U0001f600\n",
    ]
)  # fmt: skip
PLAIN = st.recursive(
    st.none() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
MAPPINGS = st.dictionaries(TEXTS, PLAIN, max_size=5)


@given(MAPPINGS)
@example({"<<": "<<", "": "", "a" * 2000: None})
def test_what_is_written_reads_back_the_same(data: dict[str, object]) -> None:
    for text in (dump(data), dump_text(data), dump_text(data, blocks=False)):
        document = read_text(text)
        assert document.problems == ()
        assert document.data == data


@given(st.dictionaries(st.text(), st.text() | st.lists(st.text())))
def test_no_text_makes_a_file_that_is_not_utf8(data: dict[str, object]) -> None:
    assert dump_text(data).encode("utf-8")


def test_half_a_character_becomes_the_replacement_character() -> None:
    assert read_text(dump({"a\ud800": "b\udfff"})).data == {"a\ufffd": "b\ufffd"}


def test_words_are_written_as_their_text() -> None:
    assert dump({"name": Words("Tea & Cake")}) == "name: Tea & Cake\n"


def test_settings_keep_numbers_and_truths_and_quote_text_that_looks_like_them() -> None:
    assert dump({"a": True, "b": 3, "c": "yes", "d": "3"}) == "a: true\nb: 3\nc: 'yes'\nd: '3'\n"


def test_answers_need_no_quotation_marks_for_yes_numbers_and_dates() -> None:
    data = {
        "a": "yes",
        "b": "12:30",
        "c": "2027-03-31",
        "d": "010",
        "e": "null",
        "f": "",
        "g": None,
    }
    assert dump_text(data) == "a: yes\nb: 12:30\nc: 2027-03-31\nd: 010\ne: 'null'\nf: ''\ng:\n"


def test_lists_are_indented_below_their_key() -> None:
    assert dump_text({"a": {"b": [{"id": "x", "c": ["y"]}]}}) == (
        "a:\n  b:\n    - id: x\n      c:\n        - y\n"
    )


def test_text_over_several_lines_is_written_as_a_block() -> None:
    assert dump_text({"a": "One\n\nTwo: 2\n"}) == "a: |\n  One\n\n  Two: 2\n"
    assert dump_text({"a": "One\nTwo"}) == "a: |-\n  One\n  Two\n"


def test_a_value_used_twice_is_written_twice() -> None:
    shared = ["x"]
    assert dump({"a": shared, "b": shared}) == "a:\n  - x\nb:\n  - x\n"
