"""Keep the styles of a drawing at home, and write them so that svg-hush can judge them.

A style is a style sheet, or the value of an attribute: both may hold ``url()``.
"""

from __future__ import annotations

import re
import unicodedata

OUTSIDE = "something it would have to load"
LETTERS = "letters that came inside the file (a font)"
_REMARK = re.compile(r"/\*.*?(\*/|$)", re.S)
_URL = re.compile(r"""(?i)url\(\s*("[^"]*"|'[^']*'|[^)]*)\s*(\)|$)""")
_LOCAL = re.compile(r"""(?i)url\(\s*("#[^"'()\\]*"|'#[^"'()\\]*'|#[^\s"'()\\;{}]*)\s*\)""")
_FONT = re.compile(r"(?i)data:[\w/+.-]*(font|sfnt|octet)|\.(woff2?|[ot]tf|eot)\b")
_IMPORT = re.compile(r"""(?i)@import\s*(url\([^()]*\)|"[^"]*"|'[^']*')[^;{}"']*(;|$)""")
_LOADS = re.compile(r"(?i)\b(image-set|image|src)(?=\s*\()")
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|[^0-9a-zA-Z\n])")


def local(style: str, lost: set[str]) -> str:
    """Return *style* without what leads out of the drawing, which is told in *lost*."""

    def kept(address: re.Match[str]) -> str:
        if _LOCAL.fullmatch(address[0]):
            return address[0]
        lost.add(LETTERS if _FONT.search(address[0]) else OUTSIDE)
        return "url(#)"

    # svg-hush would end an import at the first semicolon in its address, and the next rule too.
    style, imports = _IMPORT.subn("", _REMARK.sub("", style))
    style, loads = _LOADS.subn("no", style)
    if imports or loads:
        lost.add(OUTSIDE)
    return _URL.sub(kept, style)


def plain(style: str) -> str:
    """Return *style* with x in place of what svg-hush does not know and what cannot act.

    That is a letter beyond ASCII, an escaped sign and the name of a part: ``url('#Dégradé')`` is
    ``url(#x)``, and ``.größe`` is ``.grxxe``.
    """
    style = _LOCAL.sub("url(#x)", _ESCAPE.sub(_unescaped, style))
    return style if style.isascii() else "".join(map(_plain_letter, style))


def _unescaped(escape: re.Match[str]) -> str:
    # An escaped letter may hide a word that acts.
    code = int(escape[1] or "0", 16)
    may_hide = code < 0x80 and chr(code).isalnum()
    return escape[0] if may_hide else "x"


def _plain_letter(letter: str) -> str:
    # A letter of double width may be read as the plain one: it stays, for svg-hush to take away.
    is_another = not unicodedata.normalize("NFKC", letter).isascii()
    return "x" if letter.isalpha() and is_another else letter
