"""Say what each page says: one frozen dataclass and one builder a page.

In come a Playbook and the method; out go typed pages in menu order. It knows no template and no
Markdown.
"""
