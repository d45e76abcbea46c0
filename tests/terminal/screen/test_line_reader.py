"""Lines are read as they come."""

from __future__ import annotations

import os

import pytest

from playbook.terminal.screen.line_reader import LineReader
from playbook.terminal.screen.screen import Leaving, Reason


def reader_of(content: bytes) -> LineReader:
    read, write = os.pipe()
    os.write(write, content)
    os.close(write)
    return LineReader(read)


def test_bytes_that_are_no_text_do_not_stop_it():
    assert reader_of(b"caf\xe9\n").read() == ("caf\ufffd", [])


def test_a_last_line_needs_no_end_and_after_it_the_input_has_ended():
    reader = reader_of(b"one\r\ntwo")
    assert reader.read() == ("one", [])
    assert reader.read() == ("two", [])
    with pytest.raises(Leaving) as leaving:
        reader.read()
    assert leaving.value.reason is Reason.INPUT_ENDED
