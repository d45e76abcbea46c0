from __future__ import annotations

from playbook.site.optimise.html import close_up, squeeze, tidy, without_root


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


def test_the_page_for_lost_readers_names_its_files_from_wherever_it_is_shown():
    page = '<a href="/index.html">a</a><a href="//other.example">b</a><script src="/a.js">'
    assert without_root(page) == (
        '<a href="index.html">a</a><a href="//other.example">b</a><script src="a.js">'
    )


def test_a_search_in_another_language_keeps_what_cuts_its_words(tmp_path):
    lunr = "assets/javascripts/lunr/"
    for place, text in {
        "index.html": "",
        "search/search_index.json": '{"config": {"lang": ["ja"]}}',
        f"{lunr}tinyseg.js": "",
        f"{lunr}min/lunr.ja.min.js": "",
        f"{lunr}min/lunr.de.min.js": "",
    }.items():
        file = tmp_path / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    tidy(tmp_path, {})
    left = {file.name for file in tmp_path.rglob("*.js")}
    assert left == {"tinyseg.js", "lunr.ja.min.js"}
