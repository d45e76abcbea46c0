"""Get past what people type wrong in a YAML file.

In comes a text that YAML may stop at. Out goes the tree of what was meant, and each mistake
with its line and its remedy. It does not know what the keys mean, nor how a file is written.
"""

from playbook.yamlfile.repair.best_fix import parse_mended

__all__ = ["parse_mended"]
