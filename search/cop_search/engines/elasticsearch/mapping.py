"""What a document is in Elasticsearch: plain tokens, flat keywords, and nothing by surprise.

Moments are microseconds since 1970, as exact as the tables have them: a ``date`` ends at
milliseconds, and a ``date_nanos`` knows nothing before 1970.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from cop_search import conf
from cop_search.analysis import ANALYZER_VERSION
from cop_search.delivery.target import Stored

#: Kept and given back; all else is only searched, counted and sorted by.
KEPT = ("page_id", "document_id", "fingerprint", "locale", "site_id")
#: The searched words by weight, the heaviest first.
WEIGHTS = ("title", "names", "summary", "text", "parts")
#: Empty where a document has none.
MOMENTS = ("opens", "closes", "sort_date", "first_published", "expires")
#: Of these there is a copy, together, in a document of its own within: an order by date can then
#: ask for one of them where the others say so, without a script.
TOGETHER = ("has_state", "closed", "closes", "sort_date")

#: In bytes: Lucene takes no longer keyword.
_LONGEST_KEYWORD = 32_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

#: Letters and digits with spaces in between, which is all that splits them.
_TOKENS = {"type": "text", "analyzer": "whitespace"}
#: What only lets through, and never says how well.
_UNSCORED = {**_TOKENS, "norms": False, "index_options": "docs"}
_PLAIN: dict[str, Any] = {
    "has_state": {"type": "boolean"},
    "closed": {"type": "boolean"},
    **dict.fromkeys(MOMENTS, {"type": "long"}),
}

_PROPERTIES: dict[str, Any] = {
    "page_id": {"type": "long"},
    "document_id": {"type": "long"},
    "fingerprint": {"type": "keyword", "index": False},
    "locale": {"type": "keyword"},
    "site_id": {"type": "long"},
    **dict.fromkeys(WEIGHTS, {**_TOKENS, "index_options": "freqs", "copy_to": "words"}),
    # All of them: whether a document matches is decided here, how well by their weights.
    "words": _UNSCORED,
    # In binary order, as the tables sort.
    "title_key": {"type": "keyword"},
    # The title as it is written, without lemmas; the beginnings of its words lie ready.
    "title_words": {**_UNSCORED, "index_prefixes": {"min_chars": 1, "max_chars": 8}},
    "kind": {"type": "keyword"},
    # A vocabulary is data, so its field comes with its first term.
    "terms": {"type": "object", "dynamic": True},
    **_PLAIN,
    "when": {"type": "nested", "properties": {name: _PLAIN[name] for name in TOGETHER}},
}

MAPPING: dict[str, Any] = {
    "dynamic": "strict",
    "dynamic_templates": [{"terms": {"path_match": "terms.*", "mapping": {"type": "keyword"}}}],
    "_source": {"includes": list(KEPT)},
    "properties": _PROPERTIES,
}


def settings() -> dict[str, Any]:
    server = conf.search_server()
    return {
        "number_of_shards": server.get("shards", 1),
        "number_of_replicas": server.get("replicas", 1),
        # For so long a page that went leaves its version behind, and what was read before it went
        # cannot bring it back. Far longer than any delivery lasts, also one whose machine slept.
        "gc_deletes": "1d",
    }


def schema() -> str:
    """Another text where documents are to be made anew."""
    made_of = [MAPPING, conf.search_prefix()]
    said = json.dumps(made_of, sort_keys=True).encode()
    return f"{hashlib.sha256(said).hexdigest()[:16]}.{ANALYZER_VERSION}"


def microseconds(moment: datetime) -> int:
    """As the index has it."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def as_source(stored: Stored) -> dict[str, Any]:
    """The document as it is sent."""
    draft = stored.draft
    columns = draft.columns
    plain = _plain(columns)
    return {
        "page_id": draft.page_id,
        "document_id": stored.document_id,
        "fingerprint": draft.fingerprint,
        **{name: columns[name] for name in ("locale", "site_id", "kind", "terms")},
        **{name: " ".join(of) for name, of in zip(WEIGHTS, draft.words, strict=True)},
        "title_key": keyword(columns["title_key"]),
        "title_words": columns["title_key"],
        **plain,
        "when": {name: plain[name] for name in TOGETHER if name in plain},
    }


def keyword(text: str) -> str:
    """As much of it as a keyword can be."""
    return text.encode()[:_LONGEST_KEYWORD].decode(errors="ignore")


def _plain(columns: Mapping[str, Any]) -> dict[str, Any]:
    moments = {name: microseconds(columns[name]) for name in MOMENTS if columns[name] is not None}
    return {"has_state": columns["has_state"], "closed": columns["closed"], **moments}
