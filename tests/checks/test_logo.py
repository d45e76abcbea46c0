from __future__ import annotations

from playbook.app.folder import open_folder
from playbook.checks import RULES_OF_LOGO, ShownLogo, find_in_logo
from playbook.workspace import Workspace
from tests.brand.conftest import svg

ANSWERS = "format: 1\npack: generic\nbusiness:\n  name: Test\nbrand:\n  logo: logo.svg\n"
WHITE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#fff" d="M0 0h9z"/></svg>'


def told(tmp_path, logo: bytes) -> list[str]:
    (tmp_path / "answers.yml").write_text(ANSWERS)
    (tmp_path / "logo.svg").write_bytes(logo)
    opened = open_folder(Workspace(tmp_path))
    ours = {rule.id for rule in RULES_OF_LOGO}
    found = [one for one in opened.findings() if one.rule in ours]
    assert [f"{one.what} {one.mend}" for one in found] == list(opened.look.warnings)
    return [f"{opened.place(one)}: {one.what} [{one.severity}]" for one in found]


def test_a_logo_that_nobody_can_see_is_told_with_its_line(tmp_path):
    [said] = told(tmp_path, WHITE)
    assert said.startswith("answers.yml, line 6: Nothing of the logo logo.svg can be seen on white")
    assert said.endswith("[warning]")


def test_what_is_taken_out_of_a_logo_is_told_with_its_line(tmp_path):
    page = "<foreignObject width='9' height='9'/><image href='data:image/gif;base64,R0lGOA=='/>"
    [said] = told(tmp_path, svg(page))
    assert said == (
        "answers.yml, line 6: For safety, the logo logo.svg is shown without a picture inside it "
        "that is not PNG, JPG or WebP, and without a piece of a web page (foreignObject). [advice]"
    )


def test_a_sound_logo_is_not_spoken_of(tmp_path):
    assert told(tmp_path, svg()) == []
    assert find_in_logo(ShownLogo("logo.svg", (), is_seen=True)) == ()


def test_a_long_path_is_repeated_in_part():
    [finding] = find_in_logo(ShownLogo("x" * 5_000, (), is_seen=False))
    assert len(finding.what) < 300
