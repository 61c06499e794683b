"""No change that a visitor would see goes unseen, of any field and block; and none is made up."""

import copy
import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField, StreamField
from wagtail.models import TranslatableMixin, get_translatable_models
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from cop_blocks.models import InformationPage
from cop_blocks.translation.freshness.pairing import Text, pairs
from cop_blocks.translation.freshness.snapshot import ACCOUNT, changes, snapshot
from tests.blocks.facts.factories import locale
from tests.blocks.streamfield.test_translation import values

pytestmark = pytest.mark.django_db

Path = tuple[Any, ...]


def stream() -> list[dict[str, Any]]:
    """Every building block, with an item more in each list, as the editor leaves them."""
    text = "".join(f"<p>Alinea {each} over vouchers.</p>" for each in ("een", "twee", "drie"))
    blocks = [
        *({"type": name, "value": value, "id": f"b-{name}"} for name, value in values().items()),
        {"type": "text", "value": text, "id": "b-more"},
    ]
    for way in [way for way in lists(blocks) if way]:
        rows = at(blocks, way)
        word = next(leaf for leaf in leaves(rows[0]) if isinstance(at(rows[0], leaf), str))
        rows.append(altered(rows[0], word) | {"id": f"more-{way[0]}"})
    return blocks


def page_with(body: Any) -> InformationPage:
    return InformationPage(title="Alles", locale=locale("nl"), body=json.dumps(body))


def leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    """The way to each text, number and choice; ``id`` and ``type`` are no content."""
    if isinstance(value, dict | list):
        steps = value.items() if isinstance(value, dict) else enumerate(value)
        for step, each in steps:
            if step not in ("id", "type"):
                yield from leaves(each, (*path, step))
    else:
        yield path


def lists(value: Any, path: Path = ()) -> Iterator[Path]:
    """Where there are blocks or items, which are added, taken away and moved."""
    if isinstance(value, list) and value and isinstance(value[0], dict) and "id" in value[0]:
        yield path
    if isinstance(value, dict | list):
        for step, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from lists(each, (*path, step))


def at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def altered(value: Any, path: Path) -> Any:
    new = copy.deepcopy(value)
    *way, last = path
    place = at(new, tuple(way))
    place[last] = different(place[last])
    return new


def different(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1000
    if value.endswith("</p>"):
        return value.replace("</p>", " Gewijzigd.</p>", 1)
    return f"{value} gewijzigd"


def test_every_text_number_and_choice_of_every_block_is_seen():
    body = stream()
    before, paths = snapshot(page_with(body)), list(leaves(body))
    found = {path: changes(before, snapshot(page_with(altered(body, path)))) for path in paths}
    assert len(found) > 40
    assert {path: count for path, count in found.items() if count != 1} == {}


def test_blocks_and_items_that_are_added_taken_away_and_moved_are_seen():
    body = stream()
    before, unseen = snapshot(page_with(body)), []
    acts: dict[str, Callable[[list[Any]], Any]] = {
        "take away": lambda rows: rows.pop(0),
        "add": lambda rows: rows.append(copy.deepcopy(rows[0]) | {"id": "added"}),
        "move": lambda rows: rows.reverse(),
    }
    for path in lists(body):
        for name, act in acts.items():
            new = copy.deepcopy(body)
            act(at(new, path))
            if not changes(before, snapshot(page_with(new))):
                unseen.append((name, path))
    assert len(list(lists(body))) > 3
    assert unseen == []


def test_what_the_editor_does_to_a_block_by_itself_is_no_change():
    """It gives each paragraph a key, and blocks the fields that they lack."""
    body = stream()
    opened = re.sub(
        "<p>", lambda _found: f'<p data-block-key=\\"{uuid4().hex[:5]}\\">', json.dumps(body)
    )
    before = snapshot(page_with(body))
    assert changes(before, snapshot(page_with(json.loads(opened)))) == 0
    again = json.loads(json.dumps([each.get_prep_value() for each in page_with(body).body]))
    assert changes(before, snapshot(page_with(again))) == 0


def test_every_changed_text_of_every_block_finds_what_it_was():
    body = stream()
    before = texts(page_with(body))
    known, lost, tried = {each.data for each in before}, [], 0
    for path in leaves(body):
        after = texts(page_with(altered(body, path)))
        new = {each for each in after if each.data not in known}
        tried += len(new)
        lost += [text for text in new if text not in {to for _of, to in pairs(before, after)}]
    assert tried > 30
    assert lost == []


def texts(page: InformationPage) -> list[Text]:
    return [
        Text(each.path, hash(each.path), hash(each.string.data), each.string.data, each.order)
        for each in extract_segments(page)
        if isinstance(each, StringSegmentValue)
    ]


#: Another value for a field of this kind; the first kind that fits counts.
OTHER: list[tuple[Any, Any]] = [
    (StreamField, None),  # above
    (RichTextField, "<p>Anders</p>"),
    (models.CharField, "anders"),
    (models.TextField, "anders"),
    (models.DateTimeField, datetime(2026, 1, 2, tzinfo=UTC)),
    (models.DateField, date(2026, 1, 2)),
    (models.TimeField, time(12, 30)),
    (models.DecimalField, Decimal("12.5")),
    (models.IntegerField, 12),
]


def test_every_field_of_every_type_is_seen():
    """Those that are translated or copied; our facts are neither, and follow by themselves."""
    unseen, tried = [], 0
    for model in get_translatable_models(include_subclasses=True):
        for translatable in get_translatable_fields(model):
            instance = model(locale=locale("nl"))
            field = translatable.get_field(model)
            if not (translatable.is_translated(instance) or translatable.is_synchronized(instance)):
                continue
            if field.name in ACCOUNT:
                continue
            before = snapshot(instance)
            if not give(instance, field):
                continue
            tried += 1
            if changes(before, snapshot(instance)) < 1:
                unseen.append(field)
    assert tried > 100
    assert unseen == []


def give(instance: Any, field: Any) -> bool:
    """Another value; ``False`` where that is tried elsewhere or the field has no column."""
    if isinstance(field, models.ManyToOneRel):
        if isinstance(field.remote_field, ParentalKey):
            row = field.related_model()
            if isinstance(row, TranslatableMixin):
                row.locale = instance.locale
            getattr(instance, field.get_accessor_name()).add(row)
            return True
        return False
    if isinstance(field, models.ForeignKey):
        key = field.related_model._meta.pk
        chosen = uuid4() if isinstance(key, models.UUIDField) else 4711
        setattr(instance, field.name, field.related_model(pk=chosen))
        return True
    if field.many_to_many or not field.concrete or isinstance(field, StreamField):
        return False
    if isinstance(field, models.BooleanField):
        setattr(instance, field.name, not getattr(instance, field.name))
        return True
    for kind, value in OTHER:
        if isinstance(field, kind):
            setattr(
                instance, field.name, not getattr(instance, field.name) if value is True else value
            )
            return True
    raise AssertionError(f"No value for {field}")
