"""The edit form of a host's page type that has only ``TermsPanel()``."""

import json
import re
from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Revision

from cop_blocks.models import Term, TermRow
from tests.blocks.terms.factories import codes, note, term, vocabulary
from tests.hosts.hostpages.models import NotePage, StrictNotePage


def edit_url(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def post(page: Any, shown: str, publish: bool = True, **values: Any) -> dict[str, Any]:
    """What a browser sends: the title, and the values of the vocabularies named by ``shown``."""
    data = {
        "title": page.title,
        "slug": page.slug or "note",
        "cop_term_rows-_shown": shown,
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "comments-MIN_NUM_FORMS": 0,
        "comments-MAX_NUM_FORMS": 1000,
        **{f"cop_term_rows-{code.replace('_', '-')}": value for code, value in values.items()},
    }
    return {**data, "action-publish": "1"} if publish else data


def boxes(html: str, code: str) -> list[tuple[str, bool]]:
    """The values of a vocabulary's boxes, each with whether it is ticked."""
    pattern = rf'<input type="(?:checkbox|radio)" name="cop_term_rows-{code}" value="([^"]*)"[^>]*>'
    return [(m[1], " checked" in m[0]) for m in re.finditer(pattern, html)]


def test_a_vocabulary_stands_on_the_form_as_boxes(editor, theme):
    circular = term(theme, "circular")
    term(theme, "digital")
    page = note(circular)

    html = editor.get(edit_url(page)).content.decode()

    assert boxes(html, "theme") == [("circular", True), ("digital", False)]
    assert 'name="cop_term_rows-_shown" value="theme"' in html


def test_a_new_vocabulary_is_there_on_the_next_get(editor, theme):
    term(theme, "circular")
    page = note()
    assert "cop_term_rows-stage" not in editor.get(edit_url(page)).content.decode()

    term(vocabulary("stage"), "seed")

    html = editor.get(edit_url(page)).content.decode()
    assert boxes(html, "stage") == [("seed", False)]


def test_publishing_stores_the_chosen_terms_in_the_order_of_the_vocabulary(editor, theme):
    term(theme, "circular"), term(theme, "digital"), term(theme, "ecosystem")
    page = note()

    editor.post(edit_url(page), post(page, "theme", theme=["ecosystem", "circular"]))

    assert codes(page) == ["theme.circular", "theme.ecosystem"]


def test_a_page_made_through_the_admin_carries_its_terms(editor, home, theme):
    term(theme, "circular")
    url = reverse("wagtailadmin_pages:add", args=["hostpages", "notepage", home.pk])

    editor.post(url, post(NotePage(title="New"), "theme", theme=["circular"]))

    assert codes(NotePage.objects.get(title="New")) == ["theme.circular"]


def test_unticking_all_boxes_empties_the_vocabulary(editor, theme):
    page = note(term(theme, "circular"))

    editor.post(edit_url(page), post(page, "theme"))

    assert codes(page) == []


def test_a_row_keeps_its_identity_while_its_term_stays(editor, theme):
    circular, digital = term(theme, "circular"), term(theme, "digital")
    page = note(circular, digital)
    kept = page.cop_term_rows.get(tag=digital).pk

    editor.post(edit_url(page), post(page, "theme", theme=["digital"]))

    assert list(TermRow.objects.values_list("pk", "tag__code")) == [(kept, "digital")]


def test_a_draft_leaves_the_published_terms_and_shows_its_own_on_the_form(editor, theme):
    circular = term(theme, "circular")
    term(theme, "digital")
    page = note(circular)

    editor.post(edit_url(page), post(page, "theme", publish=False, theme=["digital"]))

    assert codes(page) == ["theme.circular"]
    html = editor.get(edit_url(page)).content.decode()
    assert boxes(html, "theme") == [("circular", False), ("digital", True)]


def test_rows_of_a_vocabulary_that_was_not_shown_survive(editor, theme):
    circular = term(theme, "circular")
    hidden = term(vocabulary("stage", page_types=["other.page"]), "seed")
    page = note(circular, hidden)

    editor.post(edit_url(page), post(page, "theme"))

    assert codes(page) == ["stage.seed"]


def test_a_post_without_any_terms_leaves_them_alone(editor, theme):
    page = note(term(theme, "circular"))
    data = post(page, "")
    del data["cop_term_rows-_shown"]

    editor.post(edit_url(page), data)

    assert codes(page) == ["theme.circular"]


def test_one_term_of_a_short_list_is_chosen_by_rounds(editor):
    level = vocabulary("level", is_multiple=False)
    term(level, "local"), term(level, "national")
    page = note()

    html = editor.get(edit_url(page)).content.decode()
    editor.post(edit_url(page), post(page, "level", level="national"))

    assert 'role="radiogroup" aria-label="Level"' in html
    assert boxes(html, "level") == [("", True), ("local", False), ("national", False)]
    assert codes(page) == ["level.national"]


def test_the_one_chosen_term_can_be_taken_back_unless_it_is_required(editor):
    level = vocabulary("level", is_multiple=False)
    page = note(term(level, "local"))

    editor.post(edit_url(page), post(page, "level", level=""))
    assert codes(page) == []

    level.is_required = True
    level.save()
    assert boxes(editor.get(edit_url(page)).content.decode(), "level") == [("local", False)]


def test_one_term_of_a_long_list_is_chosen_from_a_list_to_pull_down(editor):
    level = vocabulary("level", is_multiple=False)
    for number in range(9):
        term(level, f"level-{number}")
    page = note()

    html = editor.get(edit_url(page)).content.decode()
    editor.post(edit_url(page), post(page, "level", level="level-8"))

    assert '<select name="cop_term_rows-level"' in html
    assert codes(page) == ["level.level-8"]


def test_two_terms_where_one_is_allowed_are_refused_at_the_field(editor):
    level = vocabulary("level", is_multiple=False)
    term(level, "local"), term(level, "national")
    page = note()

    response = editor.post(edit_url(page), post(page, "level", level=["local", "national"]))

    assert errors(response) == {"level": ["Choose one."]}


def test_a_term_that_is_not_offered_is_refused_at_the_field(editor, theme):
    term(theme, "circular")
    page = note()

    response = editor.post(edit_url(page), post(page, "theme", theme=["nonsense"]))

    assert errors(response) == {"theme": ["Choose from the list: “nonsense” is not in it."]}
    assert codes(page) == []


def test_a_tree_is_indented_and_its_levels_are_chosen_apart(editor):
    region = vocabulary("region", is_hierarchical=True)
    country = term(region, "nl")
    term(region, "rotterdam", broader=term(region, "zuid-holland", broader=country))
    page = note()

    html = editor.get(edit_url(page)).content.decode()
    editor.post(edit_url(page), post(page, "region", region=["nl", "rotterdam"]))

    assert re.findall(r'cop-terms__item--(\d)">.*?value="([^"]*)"', html) == [
        ("0", "nl"),
        ("1", "zuid-holland"),
        ("2", "rotterdam"),
    ]
    assert codes(page) == ["region.nl", "region.rotterdam"]


def test_a_required_vocabulary_is_asked_when_publishing_only(editor, theme):
    theme.is_required = True
    theme.save()
    term(theme, "circular")
    page = note(live=False)

    draft = editor.post(edit_url(page), post(page, "theme", publish=False))
    published = editor.post(edit_url(page), post(page, "theme"))

    assert draft.status_code == 302
    assert errors(published) == {"theme": ["Choose at least one."]}
    assert "Choose at least one." in published.content.decode()


def test_what_was_typed_is_kept_when_another_field_is_wrong(editor, theme):
    term(theme, "circular")
    page = note()

    response = editor.post(edit_url(page), {**post(page, "theme", theme=["circular"]), "title": ""})

    assert boxes(response.content.decode(), "theme") == [("circular", True)]


def test_a_retired_term_is_offered_only_where_the_page_carries_it(editor, theme):
    old = term(theme, "old", "Old", is_retired=True)
    term(theme, "circular")

    assert boxes(editor.get(edit_url(note())).content.decode(), "theme") == [("circular", False)]
    html = editor.get(edit_url(note(old))).content.decode()
    assert boxes(html, "theme") == [("old", True), ("circular", False)]
    assert "Old (retired)" in html


def test_a_panel_with_names_shows_those_and_another_shows_the_rest(editor, home, theme):
    term(theme, "circular"), term(vocabulary("stage"), "seed")
    page = note(model=StrictNotePage)

    html = editor.get(edit_url(page)).content.decode()

    shown = re.findall(r'name="cop_term_rows-_shown" value="([^"]*)"', html)
    assert shown == ["theme", "stage"]
    assert html.count('name="cop_term_rows-theme"') == 1


def test_a_vocabulary_for_other_page_types_is_not_shown(editor, theme):
    stage = vocabulary("stage", page_types=["hostpages.NotePage"])
    term(theme, "circular"), term(stage, "seed")

    other = editor.get(edit_url(note(model=StrictNotePage))).content.decode()
    own = editor.get(edit_url(note(slug="own"))).content.decode()

    assert boxes(other, "stage") == []
    assert boxes(own, "stage") == [("seed", False)]


def test_autosave_answers_with_json_and_is_not_a_second_row(editor, theme):
    term(theme, "circular")
    page = note()
    headers = {"HTTP_ACCEPT": "application/json"}

    data = post(page, "theme", publish=False, theme=["circular"])
    first = editor.post(edit_url(page), data, **headers)
    editor.post(edit_url(page), data, **headers)

    if first.headers["Content-Type"] == "application/json":  # Wagtail 8
        assert json.loads(first.content)["success"] is True
    draft = NotePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert codes(draft) == ["theme.circular"]


def test_comparing_two_versions_names_the_terms(editor, theme):
    circular = term(theme, "circular", "Circular")
    term(theme, "digital", "Digital")
    page = note(circular)
    page.save_revision()
    editor.post(edit_url(page), post(page, "theme", theme=["digital"]))

    url = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "latest"])
    html = editor.get(url).content.decode()

    assert '<span class="deletion">Circular</span>' in html
    assert '<span class="addition">Digital</span>' in html


def test_a_preview_shows_the_terms_as_chosen(editor, theme):
    term(theme, "circular")
    page = note()
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])

    response = editor.post(url, post(page, "theme", theme=["circular"]))

    assert response.json()["is_valid"] is True
    assert codes(page) == []


@pytest.mark.wagtail_indexes
def test_used_by_is_right_as_soon_as_a_page_is_published(editor, theme):
    circular = term(theme, "circular")
    page = note()

    editor.post(edit_url(page), post(page, "theme", theme=["circular"]))

    from wagtail.models import ReferenceIndex

    used_by = ReferenceIndex.get_references_to(circular)
    assert [int(reference.object_id) for reference in used_by] == [page.pk]


def test_the_form_stays_quick_with_eight_vocabularies_of_two_hundred_terms(
    editor, django_assert_max_num_queries
):
    from cop_blocks.models import TermLabel

    for number in range(8):
        made = vocabulary(f"vocabulary-{number}", is_hierarchical=bool(number % 2))
        terms = [
            Term(
                vocabulary=made,
                code=f"term-{n}",
                name=f"{made.code}.term-{n}",
                slug=f"{made.code}--term-{n}",
            )
            for n in range(200)
        ]
        Term.objects.bulk_create(terms)
        TermLabel.objects.bulk_create(
            [TermLabel(term=t, language="en", label=f"Term {t.code}") for t in terms]
        )
    page = note(*Term.objects.filter(code__in=["term-1", "term-2"]))
    editor.get(edit_url(page))

    with django_assert_max_num_queries(40):
        html = editor.get(edit_url(page)).content.decode()

    assert html.count('type="checkbox" name="cop_term_rows-') == 1600
    assert sum(ticked for n in range(8) for _, ticked in boxes(html, f"vocabulary-{n}")) == 16


def test_an_old_version_is_reverted_to_with_its_terms(editor, theme):
    circular = term(theme, "circular")
    term(theme, "digital")
    page = note(circular)
    old = page.save_revision()
    editor.post(edit_url(page), post(page, "theme", theme=["digital"]))

    html = editor.get(
        reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, old.pk])
    ).content.decode()

    assert boxes(html, "theme") == [("circular", True), ("digital", False)]
    assert Revision.objects.for_instance(page).count() == 2


def errors(response: Any) -> dict[str, list[str]]:
    """The errors of the vocabularies' fields."""
    return dict(response.context["form"].formsets["cop_term_rows"].forms[0].errors)
