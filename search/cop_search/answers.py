"""How the facade answers: vocabularies looked up, the engine asked, rows made hits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import Site

from cop_blocks import finding
from cop_blocks.models import Vocabulary
from cop_blocks.terms.tree import TermTree, VocabularyTree
from cop_search.analysis import analyser, tokens
from cop_search.correction import did_you_mean
from cop_search.engines import get_engine, get_finder
from cop_search.engines.base import KIND, STATE, YEAR, Alternatives, Answer, Facet, Question
from cop_search.facade import Hit, SearchPage, SearchQuery, State
from cop_search.hidden import visible
from cop_search.highlighting import Marker, plain_card
from cop_search.models import Document
from cop_search.nearness import narrowed, nearest, steps_outside
from cop_search.rules.asking import ask
from cop_search.rules.fitting import fits
from cop_search.rules.rules import MAX_BETS, Rules

_PSEUDO = (KIND, STATE, YEAR)
#: Columns that nobody needs where no words are searched for.
_ONLY_FOR_WORDS = ("text", "names")
#: No list has more pages than this; it also keeps absurd page numbers out of the database.
_LAST_PAGE = 1_000_000


def answers(
    queries: Sequence[SearchQuery], tree: TermTree | None = None, rules: Rules | None = None
) -> list[SearchPage]:
    """See ``facade.search_all``, the one door to this."""
    if tree is None and any(_needs_tree(query) for query in queries):
        tree = TermTree.load()
    engine = get_finder()
    asked = ask(queries, rules)
    questions = [
        _question(query, each.words, tree or TermTree())
        for query, each in zip(queries, asked, strict=True)
    ]
    found = [engine.query(question) for question in questions]
    documents = _documents(
        Document.objects.all()
        if any(question.words for question in questions)
        else Document.objects.defer(*_ONLY_FOR_WORDS),
        {pk for each in found if not each.page_ids for pk in each.document_ids},
        {pk for each in found for pk in each.page_ids}
        | {pk for each in asked for pk in each.best_bets},
    )
    by_page = {document.page_id: document for document in documents.values()}
    templates = _templates()
    markers = [
        Marker(analyser(question.locale), question.words) if question.words else None
        for question in questions
    ]
    return [
        SearchPage(
            hits=tuple(
                _hit(document, question.moment, templates, question, marker)
                for document in _found(each, documents, by_page, question.locale)
            ),
            best_bets=tuple(
                _hit(document, question.moment, templates, question, marker)
                for document in _best_bets(words.best_bets, by_page, question)
            ),
            total=each.total,
            facets=_with_merged(each.counts, tree),
            page=each.page,
            page_size=question.page_size,
            did_you_mean=did_you_mean(query, question, each, get_engine()),
            engine=each.engine or engine.name,
            degraded=each.degraded,
        )
        for query, words, question, each, marker in zip(
            queries, asked, questions, found, markers, strict=True
        )
    ]


def _documents(
    rows: "QuerySet[Document]", pks: set[int], page_ids: set[int]
) -> dict[int, Document]:
    """By key, those with one of ``pks`` and those of pages; one statement, none for nothing."""
    if not page_ids:
        return visible(rows).in_bulk(pks)
    found = visible(rows).filter(Q(pk__in=pks) | Q(page_id__in=page_ids))
    return {document.pk: document for document in found}


def _found(
    answer: Answer, by_key: Mapping[int, Document], by_page: Mapping[int, Document], locale: str
) -> list[Document]:
    """What was found and is still there, in the language in which it was found."""
    if answer.page_ids:
        there = (by_page[pk] for pk in answer.page_ids if pk in by_page)
        return [document for document in there if document.locale == locale]
    return [by_key[pk] for pk in answer.document_ids if pk in by_key]


def _best_bets(
    page_ids: Iterable[int], documents: Mapping[int, Document], question: Question
) -> list[Document]:
    """Of the pages that editors chose those that anybody may find under the same filters."""
    found = [documents[pk] for pk in page_ids if pk in documents]
    return [
        document
        for document in found
        if fits(document, state_at(document, question.moment) or "", question)
    ][:MAX_BETS]


def chosen(page_ids: Iterable[int], locale: str, site_id: int | None) -> list[Hit]:
    """See ``facade.hits_of``."""
    ids = dict.fromkeys(page_ids)
    if not ids:
        return []
    moment = timezone.now()
    alive = Q(expires__isnull=True) | Q(expires__gt=moment)
    rows = Document.objects.filter(alive, page_id__in=ids, locale=locale).defer(*_ONLY_FOR_WORDS)
    documents = {document.page_id: document for document in visible(rows)}
    templates = _templates()
    hits = [
        (documents[pk], _hit(documents[pk], moment, templates)) for pk in ids if pk in documents
    ]
    return [
        hit
        if site_id in (None, document.site_id)
        else replace(hit, url=_root_url(document.site_id) + hit.url)
        for document, hit in hits
    ]


def _root_url(site_id: int) -> str:
    roots = Site.get_site_root_paths()
    return next((root.root_url for root in roots if root.site_id == site_id), "")


def _templates() -> dict[str, str]:
    return {kind.code: kind.card_template for kind in finding.kinds()}


def _needs_tree(query: SearchQuery) -> bool:
    return bool(query.filters or set(query.facets) - set(_PSEUDO))


def _question(query: SearchQuery, words: tuple[Alternatives, ...], whole: TermTree) -> Question:
    tree = narrowed(whole, query.only)
    filters = {
        code: frozenset(tree.expand(code, terms)) for code, terms in query.filters.items() if terms
    }
    if query.kinds:
        filters[KIND] = frozenset(query.kinds)
    if query.states:
        filters[STATE] = frozenset(state.value for state in query.states)
    if query.years:
        filters[YEAR] = frozenset(query.years)
    first, last = query.dates
    return Question(
        locale=query.locale,
        moment=query.moment or timezone.now(),
        words=words,
        title=" ".join(tokens(query.q)),
        site_id=query.site_id,
        filters=filters,
        facets=tuple(_facet(code, tree) for code in dict.fromkeys(query.facets)),
        since=_start(first) if first else None,
        until=_start(last, days=1) if last else None,
        exclude_pages=query.exclude_pages,
        sort=query.sort.value,
        steps=steps_outside(tree, query.filters),
        page=min(max(query.page, 1), _LAST_PAGE),
        page_size=query.page_size,
    )


def _facet(code: str, tree: TermTree) -> Facet:
    vocabulary = None if code in _PSEUDO else tree.vocabularies.get(code)
    if vocabulary is None or vocabulary.match == Vocabulary.Match.EXACT:
        return Facet(code)
    return Facet(code, {term: frozenset(vocabulary.expand([term])) for term in vocabulary.terms})


def _with_merged(
    counts: Mapping[str, Mapping[str, int]], tree: TermTree | None
) -> dict[str, Mapping[str, int]]:
    """A term that was merged finds what the term in its place finds, so it counts as much."""
    vocabularies = tree.vocabularies if tree else {}
    return {
        code: _count_merged(counted, vocabularies[code])
        if code in vocabularies and code not in _PSEUDO
        else counted
        for code, counted in counts.items()
    }


def _count_merged(counted: Mapping[str, int], vocabulary: VocabularyTree) -> Mapping[str, int]:
    merged = ((code, vocabulary.current(code)) for code in vocabulary.merged)
    return {**counted, **{code: counted[now] for code, now in merged if now and now in counted}}


def _start(day: date, days: int = 0) -> datetime:
    """The first moment of ``day`` in the time zone of the site, or of a day after it."""
    # The first and last years have no room for another time zone.
    day = min(max(day, date(2, 1, 1)), date(9998, 12, 31)) + timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, time.min))


def _hit(
    document: Document,
    moment: datetime,
    templates: dict[str, str],
    question: Question | None = None,
    marker: Marker | None = None,
) -> Hit:
    title, summary = document.title, document.summary
    marked = marker.card(title, summary, document.text) if marker else plain_card(title, summary)
    return Hit(
        page_id=document.page_id,
        kind=document.kind,
        title=title,
        url=document.url,
        summary=summary,
        state=state_at(document, moment),
        opens=document.opens,
        closes=document.closes,
        sort_date=document.sort_date,
        terms={code: tuple(terms) for code, terms in document.terms.items() if code != YEAR},
        card=document.card,
        card_template=templates.get(document.kind, "cop_search/cards/page.html"),
        nearest=_nearest(document, question) if question else {},
        title_marked=marked.title,
        summary_marked=marked.summary,
        excerpt=marked.excerpt,
    )


def _nearest(document: Document, question: Question) -> dict[str, str]:
    found = {
        code: nearest(document.terms.get(code, ()), question.filters[code], steps)
        for code, steps in question.steps.items()
    }
    return {code: term for code, term in found.items() if term}


def state_at(document: Document, moment: datetime) -> State | None:
    """What the dates of a document say at a moment; ``None`` where its kind knows no states."""
    if not document.has_state:
        return None
    if document.closed or (document.closes and document.closes < moment):
        return State.CLOSED
    return State.SOON if document.opens and document.opens > moment else State.OPEN
