"""What visitors, robots and broken programs put into a search box."""

from typing import Any
from urllib.parse import quote_from_bytes

from hypothesis import strategies as st

#: What means something to somebody: databases, addresses, templates, patterns, writing systems.
_WRITTEN = r"""
" "" ' '' \ \' \\ % %% %s %(q)s _ * - + ^ ~ # : ; , . / ? & = | ! ( ) () < > <-> { } {} {0} [ ] $1
$$ @@ :: -- /* */ %00 %ED%A0%80 &amp; <script> {{7*7}} 1;DROP 'OR 1=1 -- AND OR NOT NEAR( NEAR(a
title: word:word rowid:1 a* ^a a:* de het een the of lening leningen zzp'er mkb-bedrijf rvo.nl C++
C# 2026-09 l'entreprise a.b.c.d.e.f é ß ﬃ ½ ² Ⅷ İ ǆ ſ 𝒜 ﷺ סיוע دعم 支持 ひらがな ไทย हिन्दी 😀 🇳🇱
"""
PIECES = (
    *_WRITTEN.split(),
    *("\x00", "\x1a", "\x7f", "\x85", "\xa0", "\u2028", "\u3000", "\ufeff", "\u200b", "\u00ad"),
    *("\ud800", "\udfff", "\udc80", "\ufffe", "\uffff", "\U0010ffff", "\u202e", "\u2066"),
    *("👩\u200d👩\u200d👧", "e\u0301", "\u0301", "\u0345", "o\u0308\u0323"),
    *("a" * 300, "x-" * 200, "o'" * 100, "a+" * 100, "subsidieregelingsaanvraag" * 12),
)


def queries() -> Any:
    """Texts: pieces with and without spaces, any characters, and now and then a great many."""
    piece = st.sampled_from(PIECES)
    anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)
    latin = st.characters(codec="utf-8", min_codepoint=32, max_codepoint=0x24F)
    usual = st.text(latin, max_size=60)
    text = st.one_of(piece, piece, anything, usual)
    some = st.lists(text, max_size=12)
    glue = st.sampled_from((" ", "", "\n"))
    joined = st.builds(lambda parts, between: between.join(parts), some, glue)
    huge = st.builds(lambda text, size: (text * size)[:size], piece, st.just(10_000))
    return st.one_of(*[joined] * 24, huge)


def query_strings(names: tuple[str, ...]) -> Any:
    """What stands behind the question mark of an address: known and unknown parameters, in any
    number, also bytes that are no text."""
    raw = st.builds(lambda text: text.encode("utf-8", "surrogatepass"), queries())
    value = st.one_of(raw, raw, st.binary(max_size=30)).map(lambda data: data[:3000])
    name = st.one_of(*[st.sampled_from(names).map(str.encode)] * 5, st.binary(max_size=8))
    pair = st.builds(lambda n, v: f"{quote_from_bytes(n)}={quote_from_bytes(v)}", name, value)
    return st.lists(pair, max_size=6).map("&".join)
