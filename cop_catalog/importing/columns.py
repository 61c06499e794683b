"""The columns that the import knows, and the words that it expects in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Column(StrEnum):
    """The headings, as partners write them."""

    EXTERNAL_ID = "extern_id"
    TITLE = "naam"
    PROVIDER = "aanbieder"
    PROVIDER_KIND = "soort_aanbieder"
    LEVEL = "niveau"
    THEME = "thema"
    SUPPORT_TYPE = "soort_steun"
    AUDIENCE = "doelgroep"
    REGION = "regio"
    SUMMARY = "samenvatting"
    WEBSITE = "website"
    STATUS = "status"


REQUIRED = (Column.EXTERNAL_ID, Column.TITLE, Column.SUMMARY, Column.STATUS)

#: The vocabulary that the words of a column belong to.
VOCABULARIES: Mapping[Column, str] = {
    Column.THEME: "theme",
    Column.SUPPORT_TYPE: "support-type",
    Column.AUDIENCE: "audience",
    Column.REGION: "region",
    Column.LEVEL: "level",
}

PROVIDER_KINDS: Mapping[str, str] = {
    "publiek": "public",
    "privaat": "private",
    "onderwijs": "education",
    "bedrijfsleven": "business",
    "netwerk": "network",
}

PROVIDER_LEVELS: Mapping[str, str] = {
    "lokaal": "local",
    "regionaal": "regional",
    "provinciaal": "provincial",
    "nationaal": "national",
    "europees": "european",
}


@dataclass(frozen=True, slots=True)
class Status:
    """What a word of the status column means for the page."""

    is_live: bool
    state: str


STATUSES: Mapping[str, Status] = {
    "actief": Status(is_live=True, state="active"),
    "gesloten": Status(is_live=True, state="closed"),
    "afgerond": Status(is_live=True, state="closed"),
    "concept": Status(is_live=False, state="active"),
}
