"""The page of a good practice, and where else the practice is shown."""

import pytest

from tests.catalog import factories
from tests.catalog.test_initiative_page import text_of
from tests.events import factories as events


@pytest.fixture
def session(site):
    return events.session(events.series(site.home), title="Sessie over data")


def test_what_was_answered_is_shown_and_nothing_else(client, site):
    page = factories.make_practice(
        site.practices_en,
        "Practice",
        what_was_done="<p>Put sensors on the machines.</p>",
        how_tested="<p>Measured for a month.</p>",
    )

    response = client.get(page.url)

    assert [part.heading for part in response.context["parts"]] == [
        "What was done",
        "How it was tested",
    ]
    assert "Put sensors on the machines." in text_of(response)


def test_it_leads_to_its_initiatives_and_sessions_in_the_readers_language(visit, site, session):
    initiative = factories.make_initiative(site.catalogue)
    initiative_en = factories.translated(initiative, title="Example: voucher")
    session_en = events.translate(session, title="Session on data")
    practice = factories.make_practice(
        site.practices, "Praktijk", initiatives=[initiative], sessions=[session]
    )
    practice_en = factories.translated(practice, title="Practice")

    response = visit(practice_en.url)

    behind = response.context["behind"]
    assert [hit.page_id for hit in behind.initiatives] == [initiative_en.pk]
    assert [hit.page_id for hit in behind.sessions] == [session_en.pk]


def test_a_session_it_was_shown_at_has_its_date_block(visit, site, session):
    practice = factories.make_practice(site.practices, "Praktijk", sessions=[session])

    shown = visit(practice.url).content.decode()

    assert '<article class="cop-card cop-session">' in shown
    assert f'<time class="cop-date-block" datetime="{session.when.iso}">' in shown


def test_a_session_shows_its_good_practices(visit, site, session):
    practice = factories.make_practice(site.practices, "Praktijk", sessions=[session])
    other = factories.make_practice(site.practices, "Andere praktijk")

    shown = visit(session.url).content.decode()

    assert f'<a href="{practice.url}">Praktijk</a>' in shown
    assert other.title not in shown


def test_a_session_shows_a_practice_that_points_at_its_translation(visit, site, session):
    session_en = events.translate(session, title="Session on data")
    practice = factories.make_practice(site.practices, "Praktijk", sessions=[session_en])

    assert f'<a href="{practice.url}">Praktijk</a>' in visit(session.url).content.decode()
    assert "Praktijk</a>" not in visit(session_en.url).content.decode()


def test_a_session_without_practices_has_no_heading_for_them(visit, site, session):
    factories.make_practice(site.practices, "Praktijk", sessions=[session], live=False)

    assert "Praktijk" not in visit(session.url).content.decode()


def test_a_page_that_was_chosen_and_is_gone_takes_its_row_along(visit, site, session):
    practice = factories.make_practice(site.practices, "Praktijk", sessions=[session])

    session.delete()

    assert visit(practice.url).context["behind"].sessions == ()
    assert practice.session_rows.model.objects.count() == 0
