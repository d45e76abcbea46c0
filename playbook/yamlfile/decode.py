"""Turn the bytes of a file into text, or say what else the file is."""

from __future__ import annotations

from playbook.yamlfile.refusals import RefusedError

MAX_BYTES = 2_000_000
_SAVE_AS_TEXT = "Save it as plain text (UTF-8) in your editor."
_WIDE = "The file is saved as UTF-16, not as UTF-8."
_OTHER_FILES = {
    b"PK\x03\x04": "This is a Word or zip file, not a text file.",
    b"\xd0\xcf\x11\xe0": "This is an old Word or Excel file, not a text file.",
    b"{\\rtf": "This is a rich text file, not a plain text file.",
    b"%PDF": "This is a PDF file, not a text file.",
    b"\xff\xfe": _WIDE,
    b"\xfe\xff": _WIDE,
    b"\x00\x00\xfe\xff": _WIDE,
}


def decode(raw: bytes) -> str:
    """Return *raw* as text; raise RefusedError when it is too large or not UTF-8."""
    if len(raw) > MAX_BYTES:
        what = f"The file is larger than {MAX_BYTES // 1_000_000} MB."
        raise RefusedError(0, what, "Keep pictures and long documents out of it.")
    for start, what in _OTHER_FILES.items():
        if raw.startswith(start):
            raise RefusedError(0, what, _SAVE_AS_TEXT)
    if _looks_wide(raw[:64]):
        raise RefusedError(0, _WIDE, _SAVE_AS_TEXT)
    if raw and not raw.strip(b"\x00"):
        what = "The file holds nothing but zeros: it was damaged."
        raise RefusedError(0, what, "Take it from your last backup.")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise RefusedError(line, "The file is not UTF-8 text.", _SAVE_AS_TEXT) from None


def _looks_wide(start: bytes) -> bool:
    """Return whether just every other byte is zero, as in UTF-16 without a mark."""
    halves = {start[::2].strip(b"\x00"), start[1::2].strip(b"\x00")}
    return len(start) >= 8 and b"" in halves and len(halves) == 2
