"""Print what a console cannot show by something it can.

Consoles and files still speak in code pages that lack most letters: Windows writes to a file in
cp1252 or gbk, and a scheduled program often has ASCII. Nothing that is saved goes this way.
"""

from __future__ import annotations

import codecs
import io
import sys
import unicodedata

_HANDLER = "playbook.stand_in"
_PREFIX = "playbook_"
_UNKNOWN = "?"
_HIDDEN = ("Mn", "Me", "Cf")
"""What only changes the letters around it: accents of their own, and marks nobody sees."""
_SPELLED = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "‹": "<", "›": ">", "“": '"', "”": '"', "„": '"', "«": '"'}
    | {"»": '"', "–": "-", "—": "-", "‐": "-", "−": "-", "·": "-", "•": "-", "…": "...", "×": "x"}
    | {"→": "->", "←": "<-", "⁄": "/", "│": "|", "─": "-", "✓": "x", "€": "EUR ", "£": "GBP "}
    | {"ß": "ss", "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "Ø": "O", "ø": "o", "Đ": "D"}
    | {"đ": "d", "Ð": "D", "ð": "d", "Þ": "Th", "þ": "th", "Ł": "L", "ł": "l", "ı": "i"}
)


def stand_in(text: str) -> str:
    """Return *text* in ASCII, as readable as that can be: “Łukasz…” becomes "Lukasz..."."""
    return "".join(map(_stand_in_of, text))


def _stand_in_of(character: str) -> str:
    letters = unicodedata.normalize("NFKD", character.translate(_SPELLED)).translate(_SPELLED)
    plain = letters.encode("ascii", "ignore").decode("ascii")
    is_hidden = unicodedata.category(character) in _HIDDEN
    return plain if plain or is_hidden else _UNKNOWN


def use_stand_ins() -> None:
    """Have all that is printed from now on use stand-ins for what its stream cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=_named(stream.encoding), errors=_HANDLER)


def _named(encoding: str) -> str:
    """Return the name of *encoding* with stand-ins; UTF, which lacks no letter, keeps its own.

    Click takes ASCII for a mistake and prints UTF-8 instead, and prompt_toolkit decides itself
    what becomes of a letter that is missing. Under a name of our own both leave it to us.
    """
    keeps_its_name = encoding.lower().startswith(("utf", _PREFIX))
    return encoding if keeps_its_name else f"{_PREFIX}{encoding}"


def _codec(name: str) -> codecs.CodecInfo | None:
    """Return the codec that a name of ours stands for; Python asks about other names too."""
    if not name.startswith(_PREFIX):
        return None
    known = codecs.lookup(name.removeprefix(_PREFIX))
    return codecs.CodecInfo(
        name=name,
        encode=lambda text, _errors="": known.encode(text, _HANDLER),
        decode=known.decode,
        incrementalencoder=lambda _errors="": known.incrementalencoder(_HANDLER),
        incrementaldecoder=known.incrementaldecoder,
    )


def _replaced(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return stand_in(error.object[error.start : error.end]), error.end


codecs.register_error(_HANDLER, _replaced)
codecs.register(_codec)
