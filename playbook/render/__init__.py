"""Fill templates with pages, and read what they print as HTML and as plain text.

In come typed pages and folders of templates; out goes text by address. It knows no site.
"""
