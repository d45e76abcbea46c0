"""Read what people write: amounts, dates, colours, countries, phones and mail, yes and no.

In comes a text; out comes a value and how it was understood, or what to ask instead. It knows no
question and no file: whatever reads something a person wrote reads it here.
"""
