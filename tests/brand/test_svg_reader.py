from __future__ import annotations

from xml.parsers import expat

import pytest

from playbook.brand.svg_reader import MAX_DECLARED, RefusedError, read_svg

SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}>{}</svg>'


def read(inside: str = "", head: str = "", attributes: str = "", encoding: str = "utf-8"):
    return read_svg((head + SVG.format(attributes, inside)).encode(encoding), set())


def test_a_drawing_programs_names_for_its_namespaces_are_put_in_their_places():
    head = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd" [<!ENTITY ns_svg "http://www.w3.org/2000/svg"><!ENTITY ns_ai "http://ns.adobe.com/ai">]>'
    root = read_svg(
        (
            head + '<svg xmlns="&ns_svg;" xmlns:i="&ns_ai;" i:view="1"><i:pgf>x</i:pgf><g/></svg>'
        ).encode(),
        set(),
    )
    assert root.attrib == {}
    assert [child.tag for child in root] == ["g"]


@pytest.mark.parametrize(
    "entities",
    [
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY a PUBLIC "x" "https://tracker.example/x">',
        '<!ENTITY % a "aaaa"> %a;',
        '<!ENTITY % a SYSTEM "https://tracker.example/x"> %a;',
        '<!ENTITY a "&#38;b;"><!ENTITY b "x">',
        '<!ENTITY a "&#60;script>alert(1)&#60;/script>">',
        '<!ENTITY a "<script/>">',
    ],
)
def test_entities_that_hold_more_than_plain_text_are_refused(entities):
    with pytest.raises(RefusedError, match="entities that hold more than plain text"):
        read(head=f"<!DOCTYPE svg [{entities}]>")


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "{}">'.format("a" * (MAX_DECLARED // 10)),
        '<!ATTLIST g d CDATA "{}">'.format("a" * 1_000),
    ],
)
def test_what_is_declared_must_not_grow(declared):
    with pytest.raises(RefusedError, match="make much of little"):
        read("&a;" * 20, f'<!DOCTYPE svg [<!ENTITY n "">{declared}]>')


def test_a_drawing_for_one_program_alone_is_no_picture():
    with pytest.raises(RefusedError, match="not an SVG picture"):
        read(attributes='requiredExtensions="urn:x"')


def test_an_entity_that_nobody_defined_is_refused_with_its_name():
    with pytest.raises(RefusedError, match="nbsp"):
        read("&nbsp;", '<!DOCTYPE svg SYSTEM "svg.dtd">')
    with pytest.raises(expat.ExpatError):
        read("&nbsp;")


def test_what_other_programs_keep_for_themselves_goes_and_the_text_around_it_stays():
    root = read("a<x:y xmlns:x='urn:x'>b<g/></x:y>c<g x:z='1' xmlns:x='urn:x' id='k'/>")
    assert root.text == "ac"
    assert [(child.tag, child.attrib) for child in root] == [("g", {"id": "k"})]


@pytest.mark.parametrize(
    ("attributes", "address"),
    [
        ('xlink:href="#a"', "#a"),
        ('xlink:href="#a" href="#b"', "#b"),
        ('href=" #b "', "#b"),
    ],
)
def test_an_address_is_read_in_both_ways_of_writing_it(attributes, address):
    root = read(attributes=f'xmlns:xlink="http://www.w3.org/1999/xlink" {attributes}')
    assert root.get("href") == address


def test_other_encodings_are_read_when_they_are_declared():
    head = "<?xml version='1.0' encoding='iso-8859-1'?>"
    assert read(head=head, attributes='id="Dégradé"', encoding="latin-1").get("id") == "Dégradé"
    with pytest.raises(expat.ExpatError):
        read(attributes='id="Dégradé"', encoding="latin-1")


def test_a_style_sheet_beside_the_file_is_told():
    lost: set[str] = set()
    head = "<?xml version='1.0'?><?xml-stylesheet href='style.css'?>"
    read_svg((head + SVG.format("", "")).encode(), lost)
    assert lost == {"a style sheet that lies beside it"}
