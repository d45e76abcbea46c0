from __future__ import annotations

import time

import pytest

from playbook.brand.svg_style import LETTERS, OUTSIDE, local, plain


@pytest.mark.parametrize(
    "style",
    [
        "fill:url(#Dégradé_1)",
        "fill:url( '#a b' ) red",
        'mask:url("#маска");filter:blur(2px)',
        ".a\\:b{fill:#fff}",
        "@media (min-width:1px){.a{fill:red}}",
    ],
)
def test_what_stays_in_the_drawing_stays_as_it_is(style):
    lost: set[str] = set()
    assert local(style, lost) == style
    assert lost == set()


@pytest.mark.parametrize(
    ("style", "kept", "told"),
    [
        ("fill:url(https://x.example/a) red", "fill:url(#) red", OUTSIDE),
        ("fill:url(a.svg#b)", "fill:url(#)", OUTSIDE),
        ("cursor:URL( 'hand.png' ),auto", "cursor:url(#),auto", OUTSIDE),
        ("fill:url(https://x.example/a", "fill:url(#)", OUTSIDE),
        (
            "src:url(data:font/woff2;base64,AA) format('woff2')",
            "src:url(#) format('woff2')",
            LETTERS,
        ),
        ("src:url(f.woff)", "src:url(#)", LETTERS),
        ('@import url("https://x.example/a:b;c");.a{fill:red}', ".a{fill:red}", OUTSIDE),
        ("@IMPORT 'a.css' screen;.a{}", ".a{}", OUTSIDE),
        (
            'mask-image:image-set("https://x.example/a" 1x)',
            'mask-image:no("https://x.example/a" 1x)',
            OUTSIDE,
        ),
        ("ur/**/l(https://x.example/a)", "url(#)", OUTSIDE),
    ],
)
def test_what_leads_out_of_the_drawing_goes_and_is_told(style, kept, told):
    lost: set[str] = set()
    assert local(style, lost) == kept
    assert lost == {told}


@pytest.mark.parametrize(
    ("style", "seen"),
    [
        (".größe{fill:url('#Dégradé 1')}", ".grxxe{fill:url(#x)}"),
        (".a\\:b, #D\\E9 grad, .c\\ d{}", ".axb, #Dxgrad, .cxd{}"),
        ("\\75 rl(x)", "\\75 rl(x)"),
        ("@\\69mport 'x'", "@\\69mport 'x'"),
        ("ｕrl(x)", "ｕrl(x)"),
        ('font:"url(#";fill:url(http://x/)', 'font:"url(#";fill:url(http://x/)'),
    ],
)
def test_only_what_cannot_act_is_written_in_plain_letters(style, seen):
    assert plain(style) == seen


@pytest.mark.parametrize(
    "part", ["/*", "url(", "url('", "@import url(", "{", "\\", "fill:", "data:"]
)
def test_a_style_made_to_waste_time_takes_none(part):
    style = part * (250_000 // len(part))
    began = time.perf_counter()
    plain(local(style, set()))
    assert time.perf_counter() - began < 2
