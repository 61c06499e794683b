"""Chosen pages as hits: what a page shows beside its own text, with the cards that lists have."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from cop_search import outbox
from cop_search.facade import SearchQuery, hits_of, search
from tests.search import factories
from tests.search.factories import page


def test_chosen_pages_come_in_the_order_given_and_each_once(site):
    first, second = page(site.home, "Eerste"), page(site.home, "Tweede")
    outbox.work_off()

    hits = hits_of([second.pk, first.pk, second.pk], "nl")

    assert [hit.title for hit in hits] == ["Tweede", "Eerste"]


def test_a_chosen_page_says_what_it_says_in_a_list(site):
    made = page(site.home, "Over zon", terms=["theme.circular"])
    outbox.work_off()

    listed = search(SearchQuery(locale="nl", filters={"theme": ("circular",)})).hits
    assert hits_of([made.pk], "nl") == list(listed)


def test_what_nobody_may_find_is_left_out(site):
    shown, private, draft, expired = (page(site.home, f"Pagina {n}") for n in range(4))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    draft.unpublish()
    expired.expire_at = timezone.now() + timedelta(minutes=1)
    expired.save()
    outbox.work_off()
    chosen = [shown.pk, private.pk, draft.pk, expired.pk, 0]
    assert [hit.page_id for hit in hits_of(chosen, "nl")] == [shown.pk, expired.pk]

    expired.expire_at = timezone.now() - timedelta(minutes=1)
    expired.save()
    outbox.work_off()

    assert [hit.page_id for hit in hits_of(chosen, "nl")] == [shown.pk]
    assert hits_of(chosen, "en") == []


def test_a_page_of_another_site_has_its_whole_address(site):
    made = page(site.home, "Hier")
    root = site.home.get_parent()
    other = root.add_child(instance=type(site.home)(title="Elders", slug="elders"))
    elsewhere = Site.objects.create(hostname="elders.example", root_page=other)
    there = page(other, "Daar")
    outbox.work_off()

    hits = hits_of([made.pk, there.pk], "nl", site_id=Site.objects.get(is_default_site=True).pk)

    paths = [found.get_url_parts()[2] for found in (made, there)]
    assert [hit.url for hit in hits] == [paths[0], elsewhere.root_url + paths[1]]


def test_many_cost_one_statement_and_none_costs_none(site, django_assert_num_queries):
    chosen = [factories.page(site.home, f"Pagina {number}").pk for number in range(3)]
    outbox.work_off()

    with django_assert_num_queries(1):
        assert len(hits_of(chosen, "nl")) == 3
    with django_assert_num_queries(0):
        assert hits_of([], "nl") == []
