"""Words, the same for pages and queries, and the same on every engine."""

import random
import sys

import pytest

from cop_search import outbox
from cop_search.analysis import MAX_TOKEN, analyser, tokens, written
from cop_search.engines import get_engine
from cop_search.engines.base import Question, SearchedText
from cop_search.engines.postgresql import vector
from cop_search.models import Document
from tests.search.factories import NOON, page


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Één CAFÉ, naïef", ["een", "cafe", "naief"]),
        ("mkb-bedrijf", ["mkb", "bedrijf"]),
        ("zzp'er zzp’er", ["zzp", "er", "zzp", "er"]),
        ("snake_case a.b,c;d", ["snake", "case", "a", "b", "c", "d"]),
        ("ﬁnanciën ２０２６ ½", ["financien", "2026", "1", "2"]),
        ("İstanbul STRASSE", ["istanbul", "strasse"]),
        ("word:word \x00 \ufeff '\"*()", ["word", "word"]),
        ("\ud800 😀", []),
        ("x" * 300, ["x" * MAX_TOKEN]),
    ],
)
def test_tokens_hold_letters_and_digits_only(text, words):
    assert list(tokens(text)) == words


def test_a_query_has_each_word_once_and_no_more_than_it_can_carry():
    typed = [word.typed for word in analyser("nl").query("Lening fiets lening")]
    assert typed == ["lening", "fiets"]
    assert len(analyser("nl").query(" ".join(map(str, range(5000))))) == 32


def test_a_vector_is_a_literal_with_places_and_weights():
    text = SearchedText(1, ("een", "twee"), ("een",), (), ("drie",), ("vier",))
    assert vector(text) == "'een':1A,3B 'twee':2A 'drie':4D 'vier':5D"


def test_every_token_is_found_as_it_was_stored(site):
    """Whatever Python takes for letters, the engine takes for the same word: no second analysis."""
    chance = random.Random(7)  # noqa: S311
    made = page(site.home, "Vol")
    outbox.work_off()
    document = Document.objects.get(page_id=made.pk)
    engine = get_engine()
    anything = (chr(chance.randrange(sys.maxunicode)) for _ in range(30_000))
    letters = [char for char in anything if list(tokens(char)) == [char]]
    words = ["".join(chance.choices(letters, k=chance.randint(1, 12))) for _ in range(300)]
    words = [word for word in words if list(tokens(word)) == [word]]
    assert len(words) > 200
    engine.upsert([SearchedText(document.pk, (), (), (), words)])
    for word in words:
        answer = engine.query(Question(locale="nl", moment=NOON, words=(((word,),),)))
        assert answer.document_ids == (document.pk,), word


def test_a_page_of_a_million_words_is_cut_short_and_found(site, found):
    text = " ".join(f"woord{number}" for number in range(45_000))
    page(site.home, "Lang", body=[{"type": "text", "value": f"<p>{text}</p>"}])
    assert found("lang woord0 woord9999") == ["Lang"]
    assert found("woord44999") == []


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_a_text_is_read_piece_by_piece_as_it_is_read_as_a_whole(language):
    chance = random.Random(20)  # noqa: S311
    signs = "ab eé-'’.,&+#/ \n\t\u00ad\u200b\u00a0\u2028\u0301\u0085\x1c½ﬁΣσİß9½´`C"
    means = analyser(language)
    for _ in range(500):
        text = "".join(chance.choices(signs, k=chance.randint(0, 40)))
        whole = [word for each in written(text) for word in means.read(each).words]
        assert list(means.document(text).words) == whole, repr(text)


def test_a_long_piece_of_text_is_read_and_not_remembered():
    means = analyser("nl")
    remembered = means._remembered.cache_info().currsize
    assert means.document("lening/" * 200).words == ("lening",) * 200
    assert means._remembered.cache_info().currsize == remembered
