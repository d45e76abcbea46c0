"""Interview a business owner and build their customer experience playbook.

In come what the owner says and the method in content/; out go a website and files for paper. Each
room says at its door what it must not know, and CONTRIBUTING.md shows the way through them.
"""

__version__ = "0.1.0"
