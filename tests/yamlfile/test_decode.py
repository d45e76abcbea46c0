"""Turning the bytes of a file into text, or saying what else the file is."""

from __future__ import annotations

import pytest

from playbook.yamlfile import read_bytes
from playbook.yamlfile.decode import MAX_BYTES, decode
from playbook.yamlfile.refusals import RefusedError


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"PK\x03\x04 and so on", "Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Word"),
        (b"{\\rtf1 text}", "rich text"),
        (b"%PDF-1.7", "PDF"),
        ("a: b\n".encode("utf-16"), "UTF-16"),
        ("a: bcdefgh\n".encode("utf-16-le"), "UTF-16"),
        ("a: bcdefgh\n".encode("utf-16-be"), "UTF-16"),
        ("a: bcdefgh\n".encode("utf-32"), "UTF-16"),
        (b"\x00" * 4000, "zeros"),
        (b"a: b\n" * 1_000_000, "larger than"),
    ],
)
def test_a_file_that_is_no_text_is_named_for_what_it_is(raw: bytes, says: str) -> None:
    document = read_bytes(raw, "answers.yml")
    assert document.data is None
    assert len(document.problems) == 1
    assert says in document.problems[0].what
    assert document.problems[0].mend


def test_text_in_another_encoding_is_refused_with_its_line() -> None:
    document = read_bytes("a: b\nc: Café\n".encode("latin-1"), "f")
    assert [(problem.line, problem.what) for problem in document.problems] == [
        (2, "The file is not UTF-8 text.")
    ]


def test_text_comes_out_as_it_was_saved() -> None:
    for text in ("", "a", "a: Café\r\n", "\ufeffa: b\n", "名: 前\n"):
        assert decode(text.encode()) == text


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_not() -> None:
    assert len(decode(b"a" * MAX_BYTES)) == MAX_BYTES
    with pytest.raises(RefusedError, match="larger than 2 MB"):
        decode(b"a" * (MAX_BYTES + 1))


def test_a_few_zeros_among_the_text_are_left_to_whoever_reads_it() -> None:
    assert decode(b"a\x00b: c and more\n") == "a\x00b: c and more\n"
