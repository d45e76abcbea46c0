"""Run an interview in a folder, for the tests that drive a real terminal."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

from playbook.answers.answers import Answers
from playbook.answers.file import create, load
from playbook.interview.file_store import FileStore
from playbook.interview.interview import Start, interview
from playbook.interview.session import Session
from playbook.interview.terminal import open_screen
from playbook.method.load import load_method, load_packs
from playbook.resources import data_root


def main() -> int:
    folder, at = Path(sys.argv[1]), sys.argv[2]
    plain = "--plain" in sys.argv
    content = data_root() / "content"
    method, packs = load_method(content), load_packs(content)
    file = folder / "answers.yml"
    if not file.exists():
        create(file, Answers({"format": "1"}))
    loaded = load(file)
    session = Session(method, packs, loaded.answers, datetime.date(2027, 3, 1))
    names = {"home": Start(), "draft": Start("draft"), "open": Start("open")}
    start = names.get(at) or Start("chapter", chapter=at)
    outcome = interview(
        session, screen=open_screen(plain=plain), store=FileStore(file, loaded), start=start
    )
    return outcome.exit_code


if __name__ == "__main__":
    sys.exit(main())
