"""Run the program that turns the finished tree into HTML: the replaceable last step."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path

from playbook.errors import EngineError

OUTPUT = "output"
_LAST_LINES = 12
_PAINT = re.compile(r"\x1b\[[0-9;]*m")
# Zensical ends a strict build with a traceback; what it found stands above.
_TRACEBACK = re.compile(r"^Traceback .*\n(?=.+\Z)", re.M | re.S)
_WARNING = re.compile(r"^(?=WARNING|ERROR).*\S", re.M)
_LINE = re.compile(r"^.*\S", re.M)
_KEPT = frozenset(
    {"PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "VIRTUAL_ENV", "USERPROFILE"}
)
_FIXED = {
    "NO_MKDOCS_2_WARNING": "1",
    "SOURCE_DATE_EPOCH": "1000000000",
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "PYTHONIOENCODING": "utf-8",
    "PYTHONDONTWRITEBYTECODE": "1",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "NO_COLOR": "1",
}


@dataclass(frozen=True, slots=True)
class Engine:
    """A site engine: what it is called, and how it is run."""

    name: str
    module: str
    arguments: tuple[str, ...]
    install: str

    def available(self) -> bool:
        """Tell whether the engine is installed beside this program."""
        return importlib.util.find_spec(self.module) is not None

    def command(self) -> list[str]:
        """Return the command line that builds the tree in the current folder."""
        # -P: a file in the tree must never be imported as a module.
        return [sys.executable, "-P", "-m", self.module, *self.arguments]


# Never --quiet or --verbose: with either, MkDocs finds problems and still ends well.
_MKDOCS_ARGUMENTS = ("build", "--strict", "--clean", "--config-file", "mkdocs.yml")
ENGINES = (
    Engine("mkdocs", "mkdocs", _MKDOCS_ARGUMENTS, "mkdocs-material"),
    Engine("properdocs", "properdocs", _MKDOCS_ARGUMENTS, "properdocs mkdocs-material"),
    Engine("zensical", "zensical", _MKDOCS_ARGUMENTS, "zensical"),
)


def engine_called(name: str) -> Engine:
    """Return the engine called *name*, or raise EngineError."""
    known = {engine.name: engine for engine in ENGINES}
    if name not in known:
        raise EngineError(
            f"There is no site engine called {name}. Choose one of {', '.join(known)}."
        )
    return known[name]


def run(engine: Engine, build: Path) -> Path:
    """Build the tree in *build* and return the folder of finished HTML, or raise EngineError."""
    if not engine.available():
        raise EngineError(
            f"The site engine {engine.name} is not installed. Install it with: "
            f"python -m pip install {engine.install}"
        )
    kept = {name: os.environ[name] for name in _KEPT & os.environ.keys()}
    with subprocess.Popen(  # noqa: S603 - our own command line
        engine.command(),
        cwd=build,
        env={**kept, **_FIXED},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        try:
            said, _ = process.communicate()
        finally:
            process.kill()  # does nothing once the engine has ended by itself
    if process.returncode != 0:
        raise EngineError(_explain(engine, said))
    return build / OUTPUT


def _explain(engine: Engine, said: str) -> str:
    said = _TRACEBACK.sub("", _PAINT.sub("", said).rstrip())
    told = _WARNING.findall(said) or _LINE.findall(said)
    last = textwrap.indent("\n".join(told[-_LAST_LINES:]), "    ")
    return f"The site engine {engine.name} stopped; the last good site is untouched.\n{last}"
