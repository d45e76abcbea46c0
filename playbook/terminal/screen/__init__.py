"""Show paragraphs and menus to a person in a terminal, and hear what they type.

In come lines and prompts; out comes what was typed, or the reason why the interview ends. It
knows no question and no answer.
"""
