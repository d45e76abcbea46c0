"""Say what the product says, in the words and the language that a business chose.

In come files of phrases, laid over each other, and what the business calls its customers. Out go
texts that are escaped as text. It does not know what a page or a question is.
"""
