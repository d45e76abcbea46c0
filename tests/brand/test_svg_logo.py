from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
import tinycss2
from hypothesis import given
from hypothesis import strategies as st

from playbook.brand.logo_file import picture
from playbook.errors import BrandError
from tests.brand.conftest import png, svg

LOGOS = sorted((Path(__file__).parent.parent / "data" / "logos").glob("*.svg"))
OUTSIDE = "something it would have to load"
LOSING = {
    "boxy": (OUTSIDE,),
    "drawio-web-page": ("a piece of a web page (foreignObject)",),
    "dvisvgm-fonts": ("letters that came inside the file (a font)",),
    "picture-elsewhere": (OUTSIDE,),
    "picture-gif": ("a picture inside it that is not PNG, JPG or WebP",),
    "picture-svg-inside": ("a picture inside it that is not PNG, JPG or WebP",),
    "style-imports": ("a style sheet that lies beside it", OUTSIDE),
}
"""The logos of which cleaning takes away something that shows, and what is said of it."""
DRAW = """
async ([before, after]) => {
  const drawn = async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [240, 160];
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    pen.fillStyle = "#7f8f6f";
    pen.fillRect(0, 0, 240, 160);
    pen.drawImage(image, 0, 0, 240, 160);
    return pen.getImageData(0, 0, 240, 160).data;
  };
  const [was, is] = [await drawn(before), await drawn(after)];
  let inked = 0, changed = 0;
  for (let at = 0; at < was.length; at += 4) {
    const differs = (other) => [0, 1, 2].some((on) => was[at + on] !== other[on]);
    inked += differs([0x7f, 0x8f, 0x6f]);
    changed += differs(is.subarray(at, at + 3));
  }
  return [inked, changed];
}
"""
"""Draws two pictures on the same ground, and counts points that have ink and points that changed."""
each_logo = pytest.mark.parametrize("file", LOGOS, ids=lambda file: file.stem)


@pytest.fixture(scope="module")
def sheet(browser):
    """Return an empty page to draw on."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_there_are_logos_of_many_origins():
    assert len(LOGOS) >= 40
    assert set(LOSING) <= {file.stem for file in LOGOS}


@each_logo
def test_what_a_logo_lost_is_told_and_nothing_else(file):
    clean = picture(file.read_bytes(), file.name)
    assert clean.lost == LOSING.get(file.stem, ())
    assert clean.is_seen is (file.stem != "white-on-white")


@each_logo
def test_a_clean_logo_stays_as_it_is(file):
    clean = picture(file.read_bytes(), file.name)
    again = picture(clean.content, file.name)
    assert (again.content, again.lost) == (clean.content, ())


@pytest.mark.browser
@each_logo
def test_a_logo_looks_as_before_or_its_loss_was_told(sheet, file):
    content = file.read_bytes()
    clean = picture(content, file.name)
    if b"8859-1" in content[:100]:
        # Chromium reads a picture as UTF-8, whatever it declares.
        content = content.decode("latin-1").encode()
    before = f"data:image/svg+xml;base64,{base64.b64encode(content).decode()}"
    inked, changed = sheet.evaluate(DRAW, [before, clean.data_address])
    assert inked > 0
    assert changed == 0 or clean.lost


@pytest.mark.browser
def test_the_comparison_sees_ink_that_is_lost(sheet):
    logos = [picture(svg(inside), "logo").data_address for inside in ("", "<path d='M9 9h9v9z'/>")]
    assert sheet.evaluate(DRAW, logos)[1] > 0


@pytest.mark.parametrize(
    ("content", "address", "size"),
    [
        (svg(), "logo.svg", (24, 12)),
        (svg(attributes='width="50" height="40px"'), "logo.svg", (50, 40)),
        (svg(attributes='width="100%"'), "logo.svg", (100, 100)),
    ],
)
def test_a_logo_is_known_by_its_content_and_measured(logo, content, address, size):
    look = logo(content, "anything.dat")
    assert look.logo.address == f"assets/brand/{address}"
    assert (look.logo.width, look.logo.height) == size
    assert look.files[look.logo.address]


PAGE = "xmlns='http://www.w3.org/1999/xhtml'"
LINK = "xmlns:xlink='http://www.w3.org/1999/xlink'"
HOSTILE = [
    "<script>window.pwned=1</script>",
    "<script href='https://tracker.example/x.js'/>",
    f"<script {PAGE}>window.pwned=1</script>",
    "<g><x:script xmlns:x='http://www.w3.org/1999/xhtml'>window.pwned=1</x:script></g>",
    "<g onload='window.pwned=1'/>",
    "<rect width='9' height='9' onclick='window.pwned=1' ONFOCUS='window.pwned=1' tabindex='0'/>",
    f"<foreignObject><body {PAGE}><iframe src='https://tracker.example/'/></body></foreignObject>",
    f"<switch><foreignObject><img {PAGE} src='x' onerror='window.pwned=1'/></foreignObject></switch>",
    "<image href='https://tracker.example/x.png'/>",
    f"<image {LINK} xlink:href='//tracker.example/x.png'/>",
    "<image href='/\\tracker.example/x.png'/>",
    "<image href='data:image/svg+xml,&lt;svg xmlns=&quot;http://www.w3.org/2000/svg&quot; onload=&quot;window.pwned=1&quot;/>'/>",
    "<image href='data:image/png;base64,PHNjcmlwdD53aW5kb3cucHduZWQ9MTwvc2NyaXB0Pg=='/>",
    "<use href='data:image/svg+xml;base64,PHN2Zy8+#a'/>",
    "<use href='https://tracker.example/x.svg#a'/>",
    "<feImage href='https://tracker.example/x.png'/>",
    "<filter id='f'><feImage href='https://tracker.example/x.png'/></filter><rect filter='url(#f)' width='9' height='9'/>",
    "<text><textPath href='https://tracker.example/x.svg#a'>x</textPath></text>",
    "<a href='javascript:window.pwned=1'><text>x</text></a>",
    f"<a {LINK} xlink:href=' java&#10;script:window.pwned=1'><text>x</text></a>",
    "<a href='#a' target='x' xlink:show='new' xmlns:xlink='http://www.w3.org/1999/xlink'><text>x</text></a>",
    "<style>@import url(https://tracker.example/x.css);</style>",
    "<style>@import 'https://tracker.example/x.css'</style>",
    "<style>@\\69mport 'https://tracker.example/x.css';</style>",
    "<style>@im/**/port 'https://tracker.example/x.css';</style>",
    "<style>.a{}<g/>@import url(https://tracker.example/x.css);</style>",
    "<style>@import <title>x</title>url(https://tracker.example/x.css);</style>",
    "<style>rect{fill:url(https://tracker.example/x)}</style>",
    "<style>rect{fill:u\\rl(https://tracker.example/x)}</style>",
    "<style>rect{fill:\\75 rl(https://tracker.example/x)}</style>",
    "<style>rect{fill:ur/**/l(https://tracker.example/x)}</style>",
    '<style>rect{font-family:"url(#";fill:url(https://tracker.example/x)}</style>',
    "<style>rect{font-family:'url('#';mask:url(https://tracker.example/x)}</style>",
    '<style>rect{mask-image:image-set("https://tracker.example/x" 1x)}</style>',
    '<style>rect{mask-image:-webkit-image-set("https://tracker.example/x" 1x)}</style>',
    "<style>@font-face{font-family:x;src:url(https://tracker.example/x.woff)}text{font-family:x}</style><text>x</text>",
    "<style>&lt;/style>&lt;script>window.pwned=1&lt;/script></style>",
    "<rect fill='url(https://tracker.example/x)'/>",
    "<rect style='mask:url(https://tracker.example/x)'/>",
    "<rect style='mask:url(&quot;#a&quot;),url(https://tracker.example/x'/>",
    "<rect cursor='url(https://tracker.example/x.png),auto'/>",
    "<g xml:base='https://tracker.example/'><use href='#a'/></g>",
    "<g><title>&lt;script>window.pwned=1&lt;/script></title></g>",
    "<![CDATA[<script>window.pwned=1</script>]]>",
    f"<iframe {PAGE} src='https://tracker.example/'/><video {PAGE} src='https://tracker.example/'/>",
    "<iframe src='https://tracker.example/'/><object data='https://tracker.example/'/>",
    "<handler type='text/ecmascript'>window.pwned=1</handler><listener event='load'/>",
]


def cleaned(inside: str) -> bytes:
    return picture(
        svg(inside, "<?xml-stylesheet href='https://tracker.example/x.css'?>"), "logo"
    ).content


@pytest.mark.parametrize("inside", HOSTILE)
def test_whatever_acts_or_loads_is_cleaned_out_of_an_svg(inside):
    content = cleaned(inside)
    names = {"script", "foreignObject", "iframe", "object", "video", "img", "handler", "listener"}
    for part in ElementTree.fromstring(content).iter():
        assert part.tag.rpartition("}")[2] not in names
        assert not [
            key for key in part.attrib if key.lower().startswith("on") or key.endswith("base")
        ]
        assert part.get("href", "#").startswith("#")
    text = unescape(content.decode())
    assert "<?" not in text
    assert "@import" not in text
    assert "\\" not in text
    assert "image-set" not in text
    assert not re.search(r"(?i)url\((?![\"']?#)", text)
    assert "#123456" in text


def addresses(tokens) -> Iterator[str]:
    """Yield what a style would load, as a reader of CSS sees it that is not ours."""
    for token in tokens or ():
        if token.type == "url" or (token.type == "at-keyword" and token.lower_value == "import"):
            yield token.value
        elif token.type == "function":
            strings = [one.value for one in token.arguments if one.type == "string"]
            loads = token.lower_name in ("url", "src", "image", "image-set", "-webkit-image-set")
            yield from strings if loads else ()
            yield from addresses(token.arguments)
        elif token.type.endswith(" block"):
            yield from addresses(token.content)


PIECES = [*"()\"';{}#@\\/*: \n,a6", "url(", "url(#a)", "//x.example/", "\\75 ", "@import ", "é"]
PIECES += ["image-set(", "<![CDATA[", "<g/>", "/*", "*/", "fill:", "&#x5c;", "ｕ", "src("]


@pytest.mark.parametrize(
    "style", ["@import 'x'", "a{b:url(x)}", "b:url('x')", "b:c(image-set('x'))", "b:u\\rl(x)"]
)
def test_the_reader_sees_what_a_style_would_load(style):
    assert set(addresses(tinycss2.parse_component_value_list(style))) & {"x", "import"}


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_no_style_loads_anything_however_it_is_written(style):
    in_sheet = svg(f"<style>{style}</style>")
    in_part = svg(f"<g style='{style.translate(str.maketrans({'<': '&lt;', chr(39): '&#39;'}))}'/>")
    for content in (in_sheet, in_part):
        try:
            root = ElementTree.fromstring(picture(content, "logo").content)
        except BrandError:
            continue
        for part in root.iter():
            for text in (part.text, part.get("style")):
                found = set(addresses(tinycss2.parse_component_value_list(text or "")))
                assert all(address.startswith("#") for address in found)


@pytest.mark.browser
def test_a_cleaned_logo_opened_by_itself_runs_nothing_and_asks_for_nothing(browser, tmp_path):
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for number, inside in enumerate(HOSTILE):
        file = tmp_path / f"{number}.svg"
        file.write_bytes(cleaned(inside))
        page.goto(file.as_uri())
        assert page.evaluate("window.pwned") is None
    context.close()
    assert set(asked) == {file.as_uri() for file in tmp_path.iterdir()}


def test_a_picture_inside_counts_apart_from_the_drawing():
    code = base64.b64encode(png() + bytes(400_000)).decode()
    clean = picture(svg(f"<image href='data:image/png;base64,{code}'/>"), "logo")
    assert len(clean.content) > 400_000
    assert clean.lost == ()


def test_a_cleaned_logo_that_lost_part_of_a_style_keeps_the_rest():
    style = "<style>.a{fill:url(#größe)}.b{fill:r\\65 d}.c{fill:blue}</style>"
    clean = picture(svg(f"{style}<g class='größer'/>"), "logo")
    assert clean.lost == ("a part of its style sheet",)
    assert b".c{fill:blue}" in clean.content


ENTITIES = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (svg("&b;", ENTITIES), "entities"),
        (svg("<g>" * 200 + "</g>" * 200), "nested"),
        (svg("<g/>" * 3000), "parts"),
        (svg("<use href='#a'/>" * 100), "repeats"),
        (svg("<path d='" + "m1 1" * 75_000 + "'/>"), "larger"),
        (svg("<g>"), "well-formed"),
        (svg("", "<?xml version='1.0' encoding='nobody-8'?>"), "well-formed"),
        (svg("<a><animate attributeName='href' to='javascript:alert(1)'/></a>"), "moves"),
        (b"<?xml version='1.0'?><html/>", "not an SVG"),
        (b"\xef\xbb\xbf<svg \xff/>", "well-formed"),
    ],
)
def test_a_logo_that_cannot_be_shown_is_refused_with_its_name_and_the_reason(logo, content, reason):
    with pytest.raises(BrandError) as caught:
        logo(content)
    assert "brand/logo.png" in str(caught.value)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)
