"""Two terms become one: every page follows."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cop_blocks.models import Organisation, Term, TermRow
from cop_blocks.terms.merging import merge_terms
from cop_blocks.terms.queries import find_term
from cop_blocks.terms.tree import TermTree
from tests.blocks.terms.factories import codes, note, term, vocabulary
from tests.hosts.hostpages.models import NotePage


@pytest.fixture
def old(theme):
    return term(theme, "old", "Recycling", nl="Hergebruik", other="Reuse")


@pytest.fixture
def new(theme, old):
    return term(theme, "new", "Circular", other="reuse")


def test_published_pages_carry_the_other_term(home, old, new):
    one = note(old, slug="one")
    both = note(old, new, slug="both")

    assert merge_terms(old, new) == 2

    assert codes(one) == ["theme.new"]
    assert codes(both) == ["theme.new"]
    assert TermRow.objects.filter(tag=old).count() == 0


def test_drafts_scheduled_and_old_versions_follow(home, old, new):
    page = note(old)
    first = page.save_revision()
    page.cop_term_rows = [TermRow(tag=old), TermRow(tag=new, sort_order=1)]
    draft = page.save_revision()

    merge_terms(old, new)

    assert codes(first.as_object()) == ["theme.new"]
    assert codes(draft.as_object()) == ["theme.new"]
    draft.publish()
    assert codes(NotePage.objects.get()) == ["theme.new"]


def test_an_old_version_follows_two_merges_in_a_row(home, theme, old, new):
    revision = note(old).save_revision()
    newest = term(theme, "newest")

    merge_terms(old, new)
    merge_terms(Term.objects.get(code="new"), newest)

    assert codes(revision.as_object()) == ["theme.newest"]


def test_its_names_become_other_names_of_the_other_term(old, new):
    merge_terms(old, new)

    labels = {label.language: label for label in new.labels.all()}
    assert labels["en"].alternatives.splitlines() == ["reuse", "Recycling"]
    assert labels["nl"].label == "Hergebruik"
    assert find_term("theme", "recycling") == new


def test_links_that_filter_by_it_find_what_the_other_finds(old, new):
    merge_terms(old, new)

    assert TermTree.load().expand("theme", ["old"]) == {"new"}


def test_it_is_retired_and_not_offered_any_more(old, new):
    merge_terms(old, new)

    old.refresh_from_db()
    assert (old.is_retired, old.is_merged, old.successor) == (True, True, new)


def test_what_lay_within_it_lies_within_the_other(db):
    region = vocabulary("region", is_hierarchical=True)
    first, second = term(region, "first"), term(region, "second")
    below = term(region, "below", broader=first)
    partner = Organisation.objects.create(name="Partner", region=first)

    merge_terms(first, second)

    below.refresh_from_db()
    partner.refresh_from_db()
    assert below.broader == partner.region == second


def test_a_broader_term_is_merged_into_one_that_lies_within_it(db):
    region = vocabulary("region", is_hierarchical=True)
    top = term(region, "top")
    middle = term(region, "middle", broader=top)
    below = term(region, "below", broader=middle)

    merge_terms(middle, below)

    below.refresh_from_db()
    assert below.broader == top


def test_a_term_is_merged_into_one_that_lies_deep_within_it_and_no_ring_is_made(db):
    region = vocabulary("region", is_hierarchical=True)
    top = term(region, "top")
    wide = term(region, "wide", broader=top)
    middle = term(region, "middle", broader=wide)
    deep = term(region, "deep", broader=middle)

    merge_terms(wide, deep)

    deep.refresh_from_db()
    middle.refresh_from_db()
    assert (deep.broader, middle.broader) == (top, deep)


def test_whoever_listens_hears_of_the_other_term_when_all_pages_are_in_place(home, old, new):
    from django.db.models.signals import post_save

    note(old)
    heard = []

    def listen(instance, **kwargs):
        heard.append((instance.code, TermRow.objects.filter(tag=new).count()))

    post_save.connect(listen, sender=Term)
    try:
        merge_terms(old, new)
    finally:
        post_save.disconnect(listen, sender=Term)

    assert heard == [("old", 1), ("new", 1)]


def test_terms_of_two_vocabularies_are_not_merged(old):
    with pytest.raises(ValidationError, match="same vocabulary"):
        merge_terms(old, term(vocabulary("stage"), "seed"))


def test_a_term_is_not_merged_into_itself_or_into_a_merged_one(theme, old, new):
    merge_terms(old, new)
    other = term(theme, "other")

    for into in (other, Term.objects.get(code="old")):
        with pytest.raises(ValidationError, match="Choose another term"):
            merge_terms(other, into)


def test_a_term_is_merged_once(editor, theme, old, new):
    merge_terms(old, new)
    other = term(theme, "other")

    response = editor.post(reverse("cop_terms:merge", args=[old.pk]), {"into": other.pk})

    assert response.context["form"].errors == {"into": ["Choose another term that is in use."]}
    old.refresh_from_db()
    assert old.successor == new


def test_two_terms_are_not_merged_both_ways(old, new):
    stale = Term.objects.get(code="old")
    merge_terms(old, new)

    with pytest.raises(ValidationError, match="Choose another term"):
        merge_terms(new, stale)


def test_the_screen_says_which_term_goes(editor, theme):
    old = term(theme, "lending", "Lending")

    response = editor.get(reverse("cop_terms:merge", args=[old.pk]))

    trail = [str(item["label"]) for item in response.context["breadcrumbs_items"]]
    assert trail == ["Home", "Terms", "Merge"]
    assert response.context["breadcrumbs_items"][-1]["sublabel"] == "Lending"


def test_an_editor_merges_after_being_told_how_many_pages_follow(editor, old, new):
    page = note(old)
    url = reverse("cop_terms:merge", args=[old.pk])

    html = editor.get(url).content.decode()
    done = editor.post(url, {"into": new.pk}, follow=True).content.decode()

    assert "1 page carries “Recycling”." in html
    assert "“Recycling” was merged into “Circular”. 1 page followed." in done
    assert "merged into Circular" in done
    assert codes(page) == ["theme.new"]


def test_merging_into_nothing_is_refused_at_the_field(editor, old):
    response = editor.post(reverse("cop_terms:merge", args=[old.pk]), {"into": ""})

    assert response.context["form"].errors == {"into": ["Choose the term that takes its place."]}


def test_a_merged_term_is_not_deleted(editor, old, new):
    merge_terms(old, new)

    response = editor.post(reverse("cop_terms:delete", args=[old.pk]), follow=True)

    assert "was merged into another term and stays" in response.content.decode()
    assert Term.objects.filter(code="old").exists()
