"""Interview a business owner and build their customer experience playbook."""

__version__ = "0.1.0"
