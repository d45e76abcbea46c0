"""The playbook as a whole, and the look-ups between its parts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Annotated, TypeVar

from playbook.model.base import MANAGERS_ONLY, Item, Record
from playbook.model.business import Brand, Business, Channel
from playbook.model.customers import Customers
from playbook.model.fairness import Fairness
from playbook.model.fields import Field, fields
from playbook.model.improvements import Improvements
from playbook.model.journey import Journey, Stage, Touchpoint
from playbook.model.listening import Listening
from playbook.model.paths import general
from playbook.model.people import People, Person, Role
from playbook.model.promises import Offer, Promise
from playbook.model.reviews import Reviews
from playbook.model.scorecard import Measure, Scorecard
from playbook.yamlfile import Path

AnyItem = TypeVar("AnyItem", bound=Item)


def _by_id(items: Iterable[AnyItem], item_id: str | None) -> AnyItem | None:
    return next((item for item in items if item.id == item_id), None)


class Playbook(Record):
    """Everything the owner said, and everything a starter pack proposes in between."""

    business: Business
    customers: Customers = Customers()
    promise: Offer = Offer()
    journey: Journey = Journey()
    people: People = People()
    fairness: Fairness = Fairness()
    scorecard: Scorecard = Scorecard()
    listening: Listening = Listening()
    improvements: Annotated[Improvements, MANAGERS_ONLY] = Improvements()
    reviews: Reviews = Reviews()
    brand: Brand = Brand()

    def role(self, role_id: str | None) -> Role | None:
        """Return the role with *role_id*, or None."""
        return _by_id(self.people.roles, role_id)

    def measure(self, measure_id: str | None) -> Measure | None:
        """Return the measure with *measure_id*, or None."""
        return _by_id(self.scorecard.measures, measure_id)

    def promise_of(self, promise_id: str | None) -> Promise | None:
        """Return the promise with *promise_id*, or None."""
        return _by_id(self.promise.promises, promise_id)

    def stage(self, stage_id: str | None) -> Stage | None:
        """Return the stage with *stage_id*, or None."""
        return _by_id(self.journey.stages, stage_id)

    def touchpoint(self, touchpoint_id: str | None) -> Touchpoint | None:
        """Return the touchpoint with *touchpoint_id*, or None."""
        return _by_id(self.journey.touchpoints, touchpoint_id)

    def channel(self, channel_id: str | None) -> Channel | None:
        """Return the channel with *channel_id*, or None."""
        return _by_id(self.business.channels, channel_id)

    def touchpoints_in(self, stage_id: str | None) -> tuple[Touchpoint, ...]:
        """Return the touchpoints of a stage in order; with None, those outside every stage."""
        return tuple(point for point in self.journey.touchpoints if point.stage == stage_id)

    def touchpoints_of(self, role_id: str) -> tuple[Touchpoint, ...]:
        """Return the touchpoints a role is accountable for, in order."""
        return tuple(point for point in self.journey.touchpoints if point.owner == role_id)

    def holders(self, role_id: str | None) -> tuple[Person, ...]:
        """Return the people who hold a role."""
        return tuple(person for person in self.people.people if role_id in person.roles)


@cache
def model_fields() -> dict[str, Field]:
    """Return every field of the model by its path in general form."""
    return {field.path: field for field in fields(Playbook)}


def refers_to(path: Path) -> str:
    """Return the list whose ids the field at a path by positions holds, or an empty text."""
    field = model_fields().get(general(path))
    return field.refers if field else ""


def is_beside(dotted: str) -> bool:
    """Return whether a condition looks at a field of the same thing, not of the playbook."""
    return dotted.partition(".")[0] not in Playbook.model_fields


@cache
def lists_of_things() -> tuple[str, ...]:
    """Return the dotted paths of the lists of things that lie in no other list."""
    return tuple(path for path in kinds_of_things() if "[" not in path)


@cache
def kinds_of_things() -> dict[str, type[Record]]:
    """Return what each list of things holds, by its path in general form."""
    known = model_fields().values()
    return {field.path: field.record for field in known if field.is_list and field.record}


@cache
def label_field(dotted: str) -> str:
    """Return the field that names a thing of a list: its first required one but for the id."""
    inside = fields_of(f"{dotted}[]")
    return next((one.name for one in inside if one.required and one.name != "id"), "name")


@cache
def fields_of(parent: str) -> tuple[Field, ...]:
    """Return the fields of the record at a path in general form; of the playbook for no path."""
    return tuple(field for field in model_fields().values() if field.parent == parent)


@cache
def referring(to: str = "") -> tuple[Field, ...]:
    """Return the fields that hold ids of other things, those of the list *to* or all."""
    return tuple(
        field for field in model_fields().values() if field.refers and to in ("", field.refers)
    )
