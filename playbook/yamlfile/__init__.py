"""Read YAML strictly, with a line for everything, and write it back gently.

In come the bytes or the text of a file, and plain values. Out goes a document with its data,
its lines and every problem at once, or a text. It does not know what the keys mean.
"""

from playbook.yamlfile.edit import edit, remember
from playbook.yamlfile.read import Document, Path, Plain, read, read_bytes, read_text
from playbook.yamlfile.write import dump, dump_text

__all__ = [
    "Document",
    "Path",
    "Plain",
    "dump",
    "dump_text",
    "edit",
    "read",
    "read_bytes",
    "read_text",
    "remember",
]
