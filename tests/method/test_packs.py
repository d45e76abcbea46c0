"""Starter packs: which there are, when each is read, and what it takes from the generic one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from playbook.errors import ContentError
from playbook.method.load import load_method
from playbook.method.packs import Packs, pack_files
from tests.small_content import complaint, load_all


def test_packs_load_by_id_with_the_generic_one_last(content: Path) -> None:
    shutil.copy(content / "packs" / "bakery.yml", content / "packs" / "zoo.yml")
    text = (content / "packs" / "zoo.yml").read_text()
    (content / "packs" / "zoo.yml").write_text(text.replace("id: bakery", "id: zoo"))
    assert list(load_all(content)) == ["bakery", "zoo", "generic"]


def test_a_pack_takes_each_field_it_leaves_out_from_the_generic_one(content: Path) -> None:
    bakery = load_all(content)["bakery"]
    assert [role["name"] for role in bakery.suggests["people"]["roles"]] == ["Baker", "Counter"]
    assert [stage["id"] for stage in bakery.suggests["journey"]["stages"]] == ["use", "advocacy"]
    assert bakery.suggests["business"] == {"customer_word": "guest"}


def test_completing_a_pack_leaves_the_generic_one_as_it_was(content: Path) -> None:
    assert "business" not in load_all(content)["generic"].suggests


def test_packs_without_the_generic_one_are_refused(content: Path) -> None:
    (content / "packs" / "generic.yml").unlink()
    assert "generic.yml: The starter pack for any trade is missing" in complaint(load_all, content)


def test_a_slip_in_another_pack_stands_in_nobodys_way(
    content: Path, change: Callable[[str, str, str], None]
) -> None:
    shutil.copy(content / "packs" / "bakery.yml", content / "packs" / "zoo.yml")
    packs = Packs(pack_files(content), load_method(content))
    assert list(packs) == ["bakery", "zoo", "generic"]
    assert packs["bakery"].id == "bakery"
    with pytest.raises(ContentError, match="The id is “bakery”"):
        packs["zoo"]


def test_r23_a_pack_that_is_a_link_out_of_its_folder_is_refused(
    content: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own" / "packs"
    own.mkdir(parents=True)
    (tmp_path / "secret.yml").write_text("id: secret\n")
    (own / "secret.yml").symlink_to(tmp_path / "secret.yml")
    with pytest.raises(ContentError, match=r"secret\.yml: The file is a link to another place"):
        pack_files(content, own)


def test_one_pack_after_another_is_read_without_the_others(content: Path) -> None:
    text = (content / "packs" / "bakery.yml").read_text()
    (content / "packs" / "zoo.yml").write_text(text)  # its id is another one
    packs = Packs(pack_files(content), load_method(content))
    assert packs["generic"].name == "Any business"
    assert packs["bakery"].name == "Bakery"
    with pytest.raises(ContentError, match=r"zoo\.yml"):
        packs.values()
    with pytest.raises(ContentError, match=r"zoo\.yml"):
        packs.items()


def test_all_packs_are_those_that_were_put_in_the_place_of_others(content: Path) -> None:
    packs = Packs(pack_files(content), load_method(content))
    other = packs["bakery"].model_copy(update={"name": "Other"})
    assert [one.name for one in packs.replacing(other).values()] == ["Other", "Any business"]


def test_a_list_of_the_generic_pack_comes_with_what_was_renamed_in_it(content: Path) -> None:
    file = content / "packs" / "generic.yml"
    renames = "renamed:\n  journey.stages: {using: use}\n  people.roles: {boss: owner}\n"
    file.write_text(file.read_text() + renames)
    packs = load_all(content)
    assert packs["bakery"].renamed == {"journey.stages": {"using": "use"}}
    assert packs["generic"].renamed["people.roles"] == {"boss": "owner"}
