from __future__ import annotations

from pathlib import Path

import pytest

from playbook.errors import TemplateError
from playbook.render.markdown import EXTENSIONS, split_front_matter, to_html
from playbook.yamlfile import read

ROOT = Path(__file__).parent.parent.parent


def test_the_markdown_is_read_as_the_site_reads_it():
    settings = read(ROOT / "site_config" / "mkdocs.base.yml").data
    named = {
        one if isinstance(one, str) else next(iter(one)) for one in settings["markdown_extensions"]
    }
    assert named - {"toc"} == set(EXTENSIONS) - {"fenced_code"}


def test_what_stands_above_a_page_is_not_part_of_it():
    assert split_front_matter("---\nkind: x\n---\n\n# A\n") == ("---\nkind: x\n---\n", "\n# A\n")
    assert split_front_matter("# A\n\n---\nb\n---\n") == ("", "# A\n\n---\nb\n---\n")
    assert to_html("---\nkind: x\n---\n\n# A\n") == "<h1>A</h1>"


def test_a_place_that_a_page_names_has_its_name_in_html():
    assert to_html("## Help {: #help }\n") == '<h2 id="help">Help</h2>'


def test_a_page_that_nests_too_deeply_is_one_sentence():
    deep = "\n".join("    " * depth + "- a" for depth in range(700))
    with pytest.raises(TemplateError, match="too deeply"):
        to_html(deep)
