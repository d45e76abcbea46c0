"""Read content/ and starter packs as typed data.

In come YAML files; out go ``Method`` and ``Pack``, or every mistake in them with its line. It
knows no answers.
"""
