"""Terms among the facts of a page: edited on the source, to read on its translations."""

from django.urls import reverse
from wagtail.models import Locale

from cop_blocks.models import TermLabel
from tests.blocks.terms.factories import codes, note, term, vocabulary
from tests.hosts.hostpages.models import OfferPage


def test_a_translation_shows_the_terms_of_its_source_to_read(editor, home, theme):
    circular = term(theme, "circular", "Circular")
    digital = term(theme, "digital", "Digital")
    stage = vocabulary("stage", "Stage")
    term(stage, "seed", "Seed")
    nl = Locale.objects.get(language_code="nl")
    home.copy_for_translation(nl)
    source = note(circular, digital, model=OfferPage)
    translation = source.copy_for_translation(nl)

    html = editor.get(reverse("wagtailadmin_pages:edit", args=[translation.pk])).content.decode()

    assert "<dt>Theme</dt>" in html
    assert "<dd>Circular, Digital</dd>" in html
    assert "Stage" not in html
    assert "cop_term_rows-" not in html


def test_a_forged_post_does_not_change_the_terms_of_a_translation(editor, home, theme):
    circular, digital = term(theme, "circular"), term(theme, "digital")
    nl = Locale.objects.get(language_code="nl")
    home.copy_for_translation(nl)
    translation = note(circular, model=OfferPage).copy_for_translation(nl)
    data = {
        "title": "Aanbod",
        "slug": "aanbod",
        "body": '{"entityMap": {}, "blocks": []}',
        "cop_term_rows-_shown": "theme",
        "cop_term_rows-theme": digital.code,
        **{
            f"{rows}-{name}_FORMS": 0
            for rows in ("step_rows", "contact_rows", "comments")
            for name in ("TOTAL", "INITIAL")
        },
        "action-publish": "1",
    }

    editor.post(reverse("wagtailadmin_pages:edit", args=[translation.pk]), data)

    translation.refresh_from_db()
    assert translation.title == "Aanbod"
    assert codes(translation) == ["theme.circular"]


def test_a_new_name_of_a_term_shows_in_every_language_at_once(home, theme):
    circular = term(theme, "circular", "Circular", nl="Circulair")
    page = note(circular)

    label = TermLabel.objects.get(term=circular, language="nl")
    label.label = "Kringloop"
    label.save()

    assert page.cop_term_rows.get().tag.label("nl") == "Kringloop"
    assert page.cop_term_rows.get().tag.label("en") == "Circular"
