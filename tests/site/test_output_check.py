from __future__ import annotations

import pytest

from playbook.errors import EngineError
from playbook.site.optimise.html import close_up, squeeze, tidy
from playbook.site.output_check import check_output, outside_addresses


@pytest.mark.parametrize(
    "tag",
    [
        "<script src='https://x.example/a.js'></script>",
        "<img src=//x.example/a.png>",
        "<img srcset='a.png 1x, https://x.example/b.png 2x'>",
        "<link rel='stylesheet' href='http://x.example/a.css'>",
        "<link rel=preconnect href=https://x.example>",
        "<iframe src=' https://x.example'></iframe>",
        "<p style='background:url(https://x.example/a)'>",
        '<style>@import "https://x.example/a.css";</style>',
        "<meta http-equiv=refresh content='0;url=https://x.example'>",
        "<svg><image href='https://x.example/a.png'/></svg>",
    ],
)
def test_what_a_browser_would_load_from_outside_is_found(tag):
    assert outside_addresses(f"<body>{tag}</body>") != []


@pytest.mark.parametrize(
    "tag",
    [
        "<a href='https://x.example'>x</a>",
        "<link rel=canonical href=https://x.example>",
        "<img src='a.png'>",
        "<img src='data:image/png;base64,AA//'>",
        "&lt;script src='https://x.example'&gt;",
    ],
)
def test_a_link_that_waits_to_be_clicked_is_none(tag):
    assert outside_addresses(f"<body>{tag}</body>") == []


def test_a_page_the_engine_left_out_is_named(tmp_path):
    (tmp_path / "index.html").write_text("x")
    with pytest.raises(EngineError, match=r"journey/index\.md"):
        check_output(tmp_path, ["index.md", "journey/index.md"])


def test_a_style_that_loads_from_outside_stops_the_build(tmp_path):
    (tmp_path / "index.html").write_text("x")
    (tmp_path / "a.css").write_text("a{background:url(//x.example/y)}")
    with pytest.raises(EngineError, match=r"a\.css"):
        check_output(tmp_path, ["index.md"])


def test_white_space_is_closed_up_except_where_it_shows():
    page = "<p>a\n\n\n   b</p>\n<pre>\n\n  x\n</pre>\n\n<script>\n\n//x\n</script>\n   <p>\n"
    assert close_up(page) == "<p>a\nb</p>\n<pre>\n\n  x\n</pre>\n<script>\n\n//x\n</script>\n<p>\n"


def test_white_space_between_the_cells_of_a_table_goes_and_that_inside_them_stays():
    page = "<p>a\n<b>b</b></p>\n<table>\n<tr>\n<td>a\n<b>b</b></td>\n<td>c</td>\n</tr>\n</table>\n"
    assert close_up(page) == (
        "<p>a\n<b>b</b></p><table><tr><td>a\n<b>b</b></td><td>c</td></tr></table>"
    )


def test_what_only_other_pages_need_is_left_out():
    tabs = '<script>var a=b.startsWith("__tabbed_")</script>\n'
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>'
    assert close_up(f"{drawing}\n{tabs}<p>") == '<svg viewBox="0 0 1 1"></svg>\n<p>'
    page = f'<input id="__tabbed_1_1">{tabs}<pre>{drawing}</pre>'
    assert close_up(page) == page


def test_what_no_page_names_is_removed_and_what_is_ours_is_kept(tmp_path):
    for place, text in {
        "index.html": "<script src='assets/main.js'></script>",
        "assets/main.js": "a\n//# sourceMappingURL=main.js.map\n",
        "assets/main.js.map": "",
        "assets/old/unused.css": "",
        "sitemap.xml": "",
        "robots.txt": "",
        "search/search_index.json": "{}",
    }.items():
        file = tmp_path / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    tidy(tmp_path, {"docs/robots.txt": b""})
    left = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*")}
    assert left == {
        "index.html", "assets", "assets/main.js", "robots.txt", "search", "search/search_index.json",
    }  # fmt: skip
    assert "sourceMappingURL" not in (tmp_path / "assets/main.js").read_text()


def test_a_style_sheet_loses_its_comments_and_keeps_what_it_says():
    style = '/* a */\na > b,\nc {\n  margin: 0  1px;\n  content: "x ; {  y";\n}\n'
    assert squeeze(style) == 'a > b,c{margin: 0 1px;content: "x ; {  y";}\n'
