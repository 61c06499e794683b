"""What a document is in Elasticsearch: plain tokens, flat keywords, and nothing by surprise."""

import hashlib
import json
from typing import Any

from cop_search import conf
from cop_search.analysis import ANALYZER_VERSION
from cop_search.delivery.target import Stored

#: Kept and given back; all else is only searched, counted and sorted by.
KEPT = ("page_id", "document_id", "fingerprint", "locale", "site_id")

#: Letters and digits with spaces in between, which is all that splits them.
_TOKENS = {"type": "text", "analyzer": "whitespace"}
_DATE = {"type": "date"}

_PROPERTIES: dict[str, Any] = {
    "page_id": {"type": "long"},
    "document_id": {"type": "long"},
    "fingerprint": {"type": "keyword", "index": False},
    "locale": {"type": "keyword"},
    "site_id": {"type": "long"},
    **dict.fromkeys(("title", "names", "summary", "text", "parts"), _TOKENS),
    "title_key": {"type": "keyword", "fields": {"words": {**_TOKENS, "norms": False}}},
    "kind": {"type": "keyword"},
    # A vocabulary is data, so its field comes with its first term.
    "terms": {"type": "object", "dynamic": True},
    "has_state": {"type": "boolean"},
    "closed": {"type": "boolean"},
    **dict.fromkeys(("opens", "closes", "sort_date", "first_published", "expires"), _DATE),
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
        # For so long a page that went leaves its version behind: longer than any delivery lasts.
        "gc_deletes": "1h",
    }


def schema() -> str:
    """Another text where documents are to be made anew."""
    made_of = [MAPPING, conf.search_prefix()]
    said = json.dumps(made_of, sort_keys=True).encode()
    return f"{hashlib.sha256(said).hexdigest()[:16]}.{ANALYZER_VERSION}"


def as_source(stored: Stored) -> dict[str, Any]:
    """The document as it is sent."""
    draft = stored.draft
    columns = draft.columns
    words = ("title", "names", "summary", "text", "parts")
    return {
        "page_id": draft.page_id,
        "document_id": stored.document_id,
        "fingerprint": draft.fingerprint,
        **{name: columns[name] for name in _PROPERTIES if name in columns and name not in words},
        **{name: " ".join(of) for name, of in zip(words, draft.words, strict=True)},
    }
