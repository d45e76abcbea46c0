from __future__ import annotations

import pytest

from playbook.site.optimise.css import names, pruned, without_unused_variables

KNOWN = names(['<p class="one two-more">', 'list.classList.add("made--later")'])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (".one{a:b}", ".one{a:b}"),
        (".gone{a:b}", ""),
        (".gone,.one{a:b}", ".one{a:b}"),
        (".one .gone{a:b}", ""),
        (".two-more.made--later>a{a:b}", ".two-more.made--later>a{a:b}"),
        ("p:not(.gone),:is(.gone,.one) b{a:b}", "p:not(.gone),:is(.gone,.one) b{a:b}"),
        ("a[href='.gone']{a:b}", 'a[href=".gone"]{a:b}'),
        ("@media print{.gone{a:b}.one{a:b}}", "@media print{.one{a:b}}"),
        ("@media print{.gone{a:b}}", ""),
        (
            "@supports (a:b){@media print{.gone{a:b}.one{a:b}}}",
            "@supports (a:b){@media print{.one{a:b}}}",
        ),
        (r".gone\:one{a:b}.one[x]{a:b}", r".gone\:one{a:b}.one[x]{a:b}"),
        (
            "@import 'x.css';.one:not(.gone,:is(.gone)){a:b}",
            '@import "x.css";.one:not(.gone,:is(.gone)){a:b}',
        ),
        ("@keyframes gone{0%{a:b}to{a:c}}", "@keyframes gone{0%{a:b}to{a:c}}"),
        ('@charset "UTF-8";.one{a:b}', '@charset "UTF-8";.one{a:b}'),
        ('.one{a:url("x{.gone;}")}.gone{a:b}', '.one{a:url("x{.gone;}")}'),
        ("/* .one{ } */.one{a:.5rem}", "/* .one{ } */.one{a:.5rem}"),
    ],
)
def test_a_rule_stays_where_every_class_it_asks_for_may_be_met(before, after):
    assert pruned(before, KNOWN) == after


def test_a_variable_stays_where_a_style_or_a_script_uses_it():
    style = ":root{--a:1;--b:url('x;y');--c:2;d:e}p{f:var(--a)}:root{--z:0}"
    scripts = ['style.getPropertyValue("--c")']
    assert without_unused_variables(style, scripts) == ":root{--a:1;--c:2;d:e}p{f:var(--a)}"


def test_a_name_that_only_looks_like_a_variable_keeps_none():
    style = ":root{--late:1;--wide : 2;--b:var( --wide )}.made--late{c:var(--b)}"
    page = '<p class="made--late" style="--late:3">'
    kept = without_unused_variables(style, [page])
    assert kept == ":root{--wide : 2;--b:var( --wide )}.made--late{c:var(--b)}"
