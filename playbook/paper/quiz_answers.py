"""Part the questions by which readers check themselves from their answers.

On the site an answer unfolds. On paper it stands below all the questions, so that nobody reads it
before they have tried.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from playbook.paper.elements import classes

_HEAD = "paper-open__head"


def answers_apart(body: Element) -> None:
    """Number the questions that lie side by side in *body*, and put their answers behind them."""
    asked = [one for one in body if "pb-ask" in classes(one)]
    if not asked:
        return
    questions = Element("ol", {"class": "paper-questions"})
    answers = Element("ol", {"class": "paper-answers"})
    for one in asked:
        question, answer = Element("li"), Element("li")
        for part in one:
            (question if _HEAD in classes(part) else answer).append(part)
        questions.append(question)
        answers.append(answer)
    head = Element("p", {"class": "paper-answers__head"})
    head.text = "The answers"
    place = list(body).index(asked[0])
    for one in asked:
        body.remove(one)
    for piece in (answers, head, questions):
        body.insert(place, piece)
