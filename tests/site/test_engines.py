from __future__ import annotations

import pytest

from playbook.errors import EngineError
from playbook.site.engines import ENGINES, Engine, engine_called, run


def engine(code: str, module: str = "json") -> Engine:
    class Scripted(Engine):
        def command(self) -> list[str]:
            import sys

            return [sys.executable, "-c", code]

    return Scripted("scripted", module, (), "nothing")


def test_engines_are_found_by_name():
    assert [engine_called(each.name) for each in ENGINES] == list(ENGINES)
    with pytest.raises(EngineError, match="Choose one of mkdocs, properdocs, zensical"):
        engine_called("hugo")


def test_an_engine_that_is_not_there_says_how_to_install_it(tmp_path):
    with pytest.raises(EngineError, match=r"pip install nothing"):
        run(engine("", "no_such_module"), tmp_path)


def test_a_failure_is_told_in_the_engines_own_last_words(tmp_path):
    code = "print('chatter'); print('WARNING -  the link is broken'); raise SystemExit(1)"
    with pytest.raises(EngineError) as caught:
        run(engine(code), tmp_path)
    assert "the link is broken" in str(caught.value)
    assert "chatter" not in str(caught.value)
    assert "last good site is untouched" in str(caught.value)


def test_of_a_traceback_only_the_last_line_is_told(tmp_path):
    code = "print('found this above', flush=True); {}['key']"
    with pytest.raises(EngineError) as caught:
        run(engine(code), tmp_path)
    told = str(caught.value).splitlines()
    assert told[1:] == ["    found this above", "    KeyError: 'key'"]


def test_words_outside_ascii_and_broken_bytes_do_no_harm(tmp_path):
    code = "import sys; sys.stdout.buffer.write('é'.encode() + bytes([255])); sys.exit(1)"
    with pytest.raises(EngineError, match="é"):
        run(engine(code), tmp_path)


def test_the_clock_and_the_place_of_the_computer_do_not_reach_the_engine(tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    monkeypatch.setenv("SECRET", "x")
    code = (
        "import os, sys; e = os.environ;"
        "sys.exit(' '.join([e['TZ'], e['LC_ALL'], e['SOURCE_DATE_EPOCH'], str('SECRET' in e)]))"
    )
    with pytest.raises(EngineError, match=r"UTC C\.UTF-8 \d+ False"):
        run(engine(code), tmp_path)


def test_strict_is_never_weakened():
    for each in ENGINES:
        assert "--strict" in each.arguments
        assert not {"-q", "-v", "--quiet", "--verbose"} & set(each.arguments)
