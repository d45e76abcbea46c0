"""The business in the terms of customer experience, knowing nothing of files or screens."""
