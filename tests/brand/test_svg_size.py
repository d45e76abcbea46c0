from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest

from playbook.brand.svg_size import svg_size


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ({"width": "393.1111111405455", "height": "131.03703704684850"}, (393, 131)),
        ({"width": "1.2e2", "height": "6E+1"}, (120, 60)),
        ({"width": "50", "height": "40px"}, (50, 40)),
        ({"width": "25.4mm", "height": "1in"}, (96, 96)),
        ({"width": "72pt", "height": "2.54cm"}, (96, 96)),
        ({"width": "10em", "height": "6pc"}, (160, 96)),
        ({"viewBox": "0 0 24 12"}, (24, 12)),
        ({"viewBox": "-5,-5,2.4e1,12.0"}, (24, 12)),
        ({"viewBox": "0 0 24 12", "width": "100%", "height": "100%"}, (24, 12)),
        ({"viewBox": "0 0 24 12", "width": "50"}, (50, 25)),
        ({"viewBox": "0 0 24 12", "height": "50"}, (100, 50)),
        ({"width": "100%"}, (100, 100)),
        ({"width": "wide", "viewBox": "none"}, (100, 100)),
        ({"width": "40960", "height": "4096"}, (4096, 410)),
        ({"width": "1e999", "height": "1e999"}, (4096, 4096)),
        ({"width": "-5", "height": "0"}, (100, 100)),
        ({"width": "1" * 100_000 + "x"}, (100, 100)),
    ],
)
def test_a_size_is_read_however_a_program_writes_it(attributes, size):
    assert svg_size(Element("svg", attributes)) == size
