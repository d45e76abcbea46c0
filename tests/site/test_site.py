from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import filelock
import pytest
from selectolax.lexbor import LexborHTMLParser

from playbook.errors import EngineError, TreeError, WorkspaceError
from playbook.site import site as room
from playbook.site.engines import engine_called
from playbook.site.menu import MenuEntry
from playbook.site.output_check import outside_addresses
from playbook.words import Words

ROOT = Path(__file__).parent.parent.parent
ENGINES = [
    pytest.param(
        name, marks=pytest.mark.skipif(not engine_called(name).available(), reason="not installed")
    )
    for name in ("mkdocs", "properdocs", "zensical")
]
HOME = (MenuEntry(Words("Home"), "index.md"),)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def text_of(node) -> str:
    return " ".join(node.text().split())


def shown(words: str) -> str:
    return " ".join(Words(words).plain.split())


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_the_sample_is_built_whole_private_and_the_same_twice(tmp_path, build, engine):
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    built = build(engine=engine, folder=one)
    build(engine=engine, folder=two)
    again = contents(one / "site")
    build(engine=engine, folder=one)
    assert contents(one / "site") == again == contents(two / "site")
    assert built.address == (one / "site/index.html").as_uri()
    assert built.warnings == ()
    for place, content in again.items():
        if place.endswith(".html"):
            page = content.decode()
            assert outside_addresses(page) == []
            assert 'name="robots" content="noindex,nofollow"' in page
            assert "generator" not in page
    assert again["robots.txt"] == b"User-agent: *\nDisallow: /\n"
    assert not [place for place in again if "sitemap" in place or place.endswith(".map")]


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_hostile_names_titles_and_text_show_exactly_as_typed(tmp_path, build, hostile_site, engine):
    pages, menu, words = hostile_site
    name = " ".join(words)
    build(pages, menu, name=name, engine=engine, tagline=words[0])
    for number, typed in enumerate(words):
        html = (tmp_path / f"site/p{number}.html").read_text()
        page = LexborHTMLParser(html)
        assert text_of(page.css_first("title")) == shown(f"{typed} – {name}")
        assert text_of(page.css_first(".pb-home__name")) == shown(name)
        assert text_of(page.css_first(".pb-footer__name")) == shown(name)
        assert [text_of(a) for a in page.css(".pb-menu ul ul a")] == [shown(w) for w in words]
        assert text_of(page.css_first(".pb-menu__title")) == shown(words[7])
        article = page.css_first("article")
        for place in ("h1", "h2", "p", "td", ".pb-lead", "p > a"):
            assert text_of(article.css_first(place)) == shown(typed), place
        assert text_of(article.css("td")[-1]) == "right"
        scripts = [script for script in page.css("script") if "pwned" in script.text()]
        assert scripts == []
        assert page.css_first("[onerror], [onclick], iframe, img[src=x]") is None


def test_a_broken_link_stops_before_anything_is_written(tmp_path, build):
    with pytest.raises(TreeError, match=r"nowhere\.md"):
        build({"docs/index.md": "[a](nowhere.md)"}, HOME)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["index.md", "../docs/index.md", "overrides/main.html"])
def test_a_page_outside_docs_is_refused(tmp_path, build, place):
    with pytest.raises(WorkspaceError):
        build({"docs/index.md": "# a", place: "# b"}, HOME)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_a_failing_engine_leaves_the_old_site_untouched(tmp_path, build, engine, monkeypatch):
    build({"docs/index.md": "# Old"}, HOME, engine=engine)
    before = contents(tmp_path / "site")
    monkeypatch.setattr(room.links, "problems", lambda *_: [])
    with pytest.raises(EngineError, match=r"nowhere\.md"):
        build({"docs/index.md": "# New\n\n[a](nowhere.md)"}, HOME, engine=engine)
    assert contents(tmp_path / "site") == before


@pytest.mark.slow
def test_pages_that_left_the_tree_leave_the_site(tmp_path, build):
    menu = (*HOME, MenuEntry(Words("Two"), "two.md"))
    build({"docs/index.md": "# a", "docs/two.md": "# b"}, menu)
    build({"docs/index.md": "# a"}, HOME)
    assert not (tmp_path / "site/two.html").exists()
    assert not (tmp_path / "build/docs/two.md").exists()


def test_a_folder_of_somebody_elses_is_refused_before_the_engine_runs(tmp_path, build):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/thesis.doc").write_text("x")
    with pytest.raises(WorkspaceError):
        build()
    assert not (tmp_path / "build").exists()


KILLED = """
import sys
from pathlib import Path
from playbook.model.business import Brand
from playbook.brand.look import design
from playbook.language.phrase_files import plain_english
from playbook.site.site import build_site
from playbook.site.menu import MenuEntry
from playbook.words import Words
folder, edition = Path(sys.argv[1]), sys.argv[2]
pages = {f"docs/p{n}.md": f"# {edition}" for n in range(20)} | {"docs/index.md": f"# {edition}"}
menu = tuple(MenuEntry(Words(p), p.removeprefix("docs/")) for p in pages)
build_site(pages, menu, Words("x"), design(Brand(), Words("x"), folder),
           folder=folder, config=Path("site_config"), language=plain_english())
"""


@pytest.mark.slow
def test_a_killed_build_leaves_a_whole_site_and_the_next_one_works(tmp_path):
    def start(edition: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", KILLED, str(tmp_path), edition]
        return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)

    assert start("old").wait() == 0
    for after in (0.3, 0.9, 1.3, 1.7):
        process = start("new")
        time.sleep(after)
        process.kill()
        process.wait()
        editions = {
            "old" if ">old</h1>" in page.read_text() else "new"
            for page in (tmp_path / "site").glob("*.html")
            if page.name != "404.html"
        }
        assert len(editions) == 1
        assert len(list((tmp_path / "site").glob("p*.html"))) == 20
    assert start("last").wait() == 0
    assert ">last</h1>" in (tmp_path / "site/p3.html").read_text()


@pytest.mark.slow
def test_a_link_in_the_place_of_the_output_leads_nobody_astray(tmp_path, build):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "keep").write_text("mine")
    build()
    (tmp_path / "build/output").symlink_to(outside)
    build()
    assert (outside / "keep").read_text() == "mine"
    assert not (tmp_path / "site").is_symlink()


@pytest.mark.slow
def test_own_files_in_the_site_survive_a_lost_build_folder(tmp_path, build):
    build()
    (tmp_path / "site/assets/mine").mkdir()
    (tmp_path / "site/assets/mine/photo.jpg").write_text("mine")
    shutil.rmtree(tmp_path / "build")
    build()
    assert (tmp_path / "site/assets/mine/photo.jpg").read_text() == "mine"


@pytest.mark.slow
@pytest.mark.parametrize("damage", [b"\xff", b'{"files": ["a"]}', b"[]"])
def test_a_damaged_list_of_our_files_blocks_no_build(tmp_path, build, damage):
    build()
    for name in ("manifest.json", "site-manifest.json"):
        (tmp_path / "build" / name).write_bytes(damage)
    build()
    assert (tmp_path / "site/index.html").is_file()


@pytest.mark.slow
def test_the_page_for_lost_readers_works_below_any_folder(tmp_path, build):
    build()
    page = LexborHTMLParser((tmp_path / "site/404.html").read_text(encoding="utf-8"))
    addresses = [
        node.attributes.get(name) or ""
        for name in ("href", "src")
        for node in page.css(f"[{name}]")
    ]
    assert addresses
    assert [address for address in addresses if address.startswith("/")] == []
    for address in addresses:
        assert address.startswith("#") or (tmp_path / "site" / address).is_file(), address


def test_a_build_that_waits_for_another_clears_nothing_of_what_that_one_uses(
    tmp_path, build, monkeypatch
):
    monkeypatch.setattr(room, "_PATIENCE", 0.1)
    used = [
        tmp_path / "build" / place
        for place in (".playbook-draft", "output/half.html", ".playbook-old/index.html")
    ]
    for file in used:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("in use")
    with (
        filelock.FileLock(tmp_path / "build/.lock"),
        pytest.raises(WorkspaceError, match="Another build is at work"),
    ):
        build()
    assert [file.read_text() for file in used] == ["in use"] * len(used)
