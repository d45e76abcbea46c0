"""Name the parts of a playbook: the nouns of customer experience, frozen and typed.

In comes plain data; out goes a ``Playbook``. It knows no file, no pack and no page.
"""
