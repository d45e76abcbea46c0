"""Read YAML strictly, with a line number for everything, and write it back gently."""

from playbook.yamlfile.edit import edit
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
]
