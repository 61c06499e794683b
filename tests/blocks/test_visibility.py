"""What is private stays out, in one statement and exactly as Wagtail's own ``.public()`` has it."""

import pytest
from wagtail.models import Locale, Page, PageViewRestriction

from cop_blocks.visibility import is_public


@pytest.fixture
def tree(db):
    """Root > (one > (leaf), two > (leaf)), and a page whose path begins like another's."""
    locale = Locale.objects.get_or_create(language_code="nl")[0]
    root = Page.get_first_root_node() or Page.add_root(
        instance=Page(title="Root", slug="root", locale=locale)
    )
    made = {}
    for name in ("one", "two"):
        made[name] = root.add_child(instance=Page(title=name, slug=name, locale=locale))
        made[f"{name}/leaf"] = made[name].add_child(
            instance=Page(title=f"{name}/leaf", slug="leaf", locale=locale)
        )
    return made


def titles(queryset) -> list[str]:
    return sorted(queryset.filter(depth__gt=1).values_list("title", flat=True))


@pytest.mark.parametrize(
    ("private", "expected"),
    [
        ([], ["one", "one/leaf", "two", "two/leaf"]),
        (["one"], ["two", "two/leaf"]),
        (["one/leaf"], ["one", "two", "two/leaf"]),
        (["one", "two/leaf"], ["two"]),
        (["one", "two"], []),
    ],
)
@pytest.mark.parametrize("kind", ["login", "password", "groups"])
def test_a_private_page_takes_what_lies_under_it_along(tree, private, expected, kind):
    for name in private:
        PageViewRestriction.objects.create(page=tree[name], restriction_type=kind)

    assert titles(Page.objects.filter(is_public())) == expected
    assert titles(Page.objects.public()) == expected


def test_it_costs_no_statement_of_its_own(tree, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert len(Page.objects.live().filter(is_public())) == 5
