"""Change what a YAML text says, and touch nothing but what changed.

In come a text and the plain values it should say. Out goes the text with every comment and
every other line as it stood. It does not know what the keys mean, nor how mistakes are mended.
"""

from playbook.yamlfile.edit.rewriter import edit, remember

__all__ = ["edit", "remember"]
