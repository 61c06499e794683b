"""Row after row: in steps, by one at a time, and on with the rest whatever happens to one."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import TranslationCreator

from cop_blocks.translation.jobs import one, starting
from cop_blocks.translation.jobs.working import ASKED, work
from cop_blocks.translation.models import Job, JobRow
from tests.blocks.facts.factories import home, locale
from tests.hosts.hostpages.models import OfferPage
from tests.rights import EDIT, person
from tests.translation.jobs.steps import Clock, all_of_them, counted, states
from tests.translation.rights.world import permission_to_submit

pytestmark = pytest.mark.django_db


def targets(language):
    found = Page.objects.filter(locale=locale(language), depth__gt=2).order_by("path")
    return [(page.title, page.depth, page.live, page.alias_of_id) for page in found]


def test_every_page_is_submitted_in_every_language_as_a_draft(job):
    assert counted(job) == (6, 0, 0)
    assert work(job.pk)
    assert counted(job) == (0, 6, 0)
    expected = [("Steun", 3, False, None), ("Een", 4, False, None), ("Twee", 4, False, None)]
    assert (targets("en"), targets("fr")) == (expected, expected)
    job.refresh_from_db()
    assert (job.finished_at is not None, job.holder, job.held_until) == (True, "", None)
    assert not work(job.pk)


def test_fifty_pages_in_two_languages_take_short_steps(db, admin_user, monkeypatch):
    for language in ("en", "fr"):
        home(language)
    top = home().add_child(instance=Page(title="Top", locale=locale("nl")))
    for number in range(49):
        top.add_child(instance=Page(title=f"Page {number}", locale=locale("nl")))
    top = Page.objects.get(pk=top.pk)
    job = starting.start(admin_user, top, [locale("en"), locale("fr")])
    clock = Clock(monkeypatch, takes=0.3)
    long = []

    def step():
        before = clock.time
        worked = work(job.pk, 1, clock)
        long.append(clock.time - before)
        return worked

    assert all_of_them(step) == 25
    assert (len(clock.rows), len(set(clock.rows)), max(long) < 1 + clock.takes) == (100, 100, True)


def test_a_page_that_takes_longer_than_a_step_is_a_step(job, monkeypatch):
    clock = Clock(monkeypatch, takes=5)
    assert all_of_them(lambda: work(job.pk, 1, clock)) == 6


def test_what_is_stopped_keeps_what_is_done_and_resumes_with_the_rest(job, monkeypatch):
    clock = Clock(monkeypatch, takes=1)
    work(job.pk, 2, clock)
    starting.stop(job)
    assert not work(job.pk, 2, clock)
    assert counted(job) == (4, 2, 0)
    starting.resume(job)
    assert work(job.pk)
    assert (counted(job), len(set(clock.rows))) == ((0, 6, 0), 6)


def test_stop_holds_after_the_row_that_is_worked_on(job, monkeypatch):
    clock = Clock(monkeypatch, takes=1)
    submitted = clock.submitted

    def meanwhile(row):
        starting.stop(job)
        return submitted(row)

    monkeypatch.setattr(one, "submitted", meanwhile)
    assert work(job.pk)
    assert counted(job) == (5, 1, 0)
    job.refresh_from_db()
    assert (job.finished_at, job.holder) == (None, "")


def refuse(monkeypatch, title, error):
    easy = Clock(monkeypatch, takes=1).submitted

    def submitted(row):
        if row.title == title:
            Page.objects.filter(pk=row.page_id).update(seo_title="half done")
            raise error
        return easy(row)

    monkeypatch.setattr(one, "submitted", submitted)


@pytest.mark.parametrize(
    ("error", "reason", "detail"),
    [(ValidationError("Too long."), "refused", "Too long."), (KeyError("x"), "error", "")],
)
def test_a_page_that_fails_is_told_and_the_rest_goes_on(job, monkeypatch, error, reason, detail):
    refuse(monkeypatch, "Een", error)
    work(job.pk)
    failed = job.rows.filter(state="failed")
    assert [(row.title, row.reason, row.detail) for row in failed] == [("Een", reason, detail)] * 2
    assert counted(job) == (0, 4, 2)
    assert not Page.objects.filter(seo_title="half done").exists()


def test_what_failed_is_tried_again_when_asked(job, monkeypatch):
    with monkeypatch.context() as broken:
        refuse(broken, "Een", KeyError("x"))
        work(job.pk)
    starting.again(job)
    assert counted(job) == (2, 4, 0)
    Clock(monkeypatch, takes=1)
    work(job.pk)
    assert counted(job) == (0, 6, 0)


def test_a_page_below_one_that_failed_waits_for_it(job, monkeypatch, root):
    """Wagtail would make a live alias of the page above."""
    original = TranslationCreator.create_translations

    def create(self, instance, *args, **kwargs):
        if instance.pk == root.pk:
            raise ValidationError("No.")
        return original(self, instance, *args, **kwargs)

    with monkeypatch.context() as broken:
        broken.setattr(TranslationCreator, "create_translations", create)
        work(job.pk)
    told = [(title, reason) for title, language, _state, reason in states(job) if language == "en"]
    assert told == [("Steun", "refused"), ("Een", "above"), ("Twee", "above")]
    assert (targets("en"), Translation.objects.count()) == ([], 0)
    starting.again(job)
    work(job.pk)
    assert counted(job) == (0, 6, 0)


def test_a_target_that_wagtail_localize_passes_over_is_told(job, monkeypatch):
    def refused(self, *args, **kwargs):
        raise ValidationError({"title": ["Not this title."]})

    monkeypatch.setattr(TranslationSource, "create_or_update_translation", refused)
    work(job.pk)
    row = job.rows.first()
    assert (row.state, row.reason, row.detail) == ("failed", "refused", "Not this title.")
    assert Translation.objects.count() == 0


def test_a_target_that_was_not_made_without_a_word_is_told(job, monkeypatch):
    monkeypatch.setattr(TranslationCreator, "create_translations", lambda *_: None)
    work(job.pk)
    row = job.rows.first()
    assert (row.state, row.reason, row.detail) == ("failed", "error", "")


def test_a_page_that_was_deleted_is_told(job):
    OfferPage.objects.get(title="Een").delete()
    work(job.pk)
    assert [row for row in states(job) if row[0] == "Een"] == [
        ("Een", "en", "failed", "gone"),
        ("Een", "fr", "failed", "gone"),
    ]
    assert counted(job) == (0, 4, 2)


def test_what_was_translated_or_stopped_is_left_as_it_is(job, root, admin_user):
    TranslationCreator(admin_user, [locale("en")]).create_translations(root)
    Translation.objects.update(enabled=False)
    page = OfferPage.objects.get(locale=locale("en"))
    page.title = "Typed"
    page.save_revision()
    before = Page.objects.filter(pk=page.pk).values().get()
    work(job.pk)
    assert states(job)[0] == ("Steun", "en", "done", "there")
    assert Page.objects.filter(pk=page.pk).values().get() == before | {"numchild": 2}
    stopped = Translation.objects.get(
        source__object_id=root.translation_key, target_locale=locale("en")
    )
    assert not stopped.enabled


def test_rights_are_those_of_the_person_at_the_time_of_the_work(root):
    user = person("Ed", {home("en"): EDIT, home("fr"): EDIT})
    user.groups.get().permissions.add(permission_to_submit())
    job = starting.start(user, root, [locale("en"), locale("fr")])
    user.groups.get().page_permissions.filter(page=home("fr")).delete()
    work(job.pk)
    assert {(language, state, reason) for _title, language, state, reason in states(job)} == {
        ("en", "done", ""),
        ("fr", "failed", "rights"),
    }
    assert targets("fr") == []


def test_a_person_who_left_starts_nothing_any_more(root, admin_user):
    job = starting.start(admin_user, root, [locale("en")])
    type(admin_user).objects.update(is_active=False)
    work(job.pk)
    assert {row[2:] for row in states(job)} == {("failed", "rights")}


def test_two_never_work_at_once(job, monkeypatch):
    clock = Clock(monkeypatch, takes=1)
    submitted = clock.submitted
    others = []

    def meanwhile(row):
        others.append(work(job.pk))
        return submitted(row)

    monkeypatch.setattr(one, "submitted", meanwhile)
    work(job.pk)
    assert (others, len(clock.rows), len(set(clock.rows))) == ([False] * 6, 6, 6)


def test_a_holder_that_is_believed_dead_finds_its_row_done(job, monkeypatch):
    """It went on after all: no row is done twice, and it stops when it notices."""
    clock = Clock(monkeypatch, takes=1)
    submitted = clock.submitted

    def slow(row):
        monkeypatch.setattr(one, "submitted", submitted)
        Job.objects.update(held_until=timezone.now() - timedelta(seconds=1))
        assert work(job.pk)
        return submitted(row)

    monkeypatch.setattr(one, "submitted", slow)
    work(job.pk)
    assert (counted(job), len(clock.rows), len(set(clock.rows))) == ((0, 6, 0), 6, 6)


@pytest.mark.parametrize(
    ("holder", "seconds", "free"),
    [("gone", -1, True), ("there", 30, False), (ASKED, 30, True), ("", None, True)],
)
def test_a_job_is_free_when_its_holder_says_nothing(job, monkeypatch, holder, seconds, free):
    Clock(monkeypatch, takes=1)
    until = None if seconds is None else timezone.now() + timedelta(seconds=seconds)
    Job.objects.update(holder=holder, held_until=until)
    assert work(job.pk) == free


def test_a_row_that_ends_its_process_is_given_up(job, monkeypatch):
    class KilledError(BaseException):
        pass

    refuse(monkeypatch, "Steun", KilledError())
    for _time in range(one.TRIES):
        with pytest.raises(KilledError):
            work(job.pk)
    with pytest.raises(KilledError):  # The next language.
        work(job.pk)
    assert states(job)[0] == ("Steun", "en", "failed", "lost")


def test_statements_grow_with_the_pages_and_no_faster(job):
    def spent():
        with CaptureQueriesContext(connection) as captured:
            work(job.pk, 0)
        return len(captured)

    # The root is built at its own place; of the pages below it, the first language also reads
    # the source.
    _root, _its_french, one_en, one_fr, two_en, two_fr = [spent() for _row in range(6)]
    assert counted(job) == (0, 6, 0)
    assert (abs(one_en - two_en) <= 2, abs(one_fr - two_fr) <= 2) == (True, True)


def test_old_finished_jobs_go_when_a_new_one_starts(job, root, admin_user, settings):
    settings.COP_TRANSLATION_JOBS_KEPT = 10
    Job.objects.update(finished_at=timezone.now() - timedelta(days=9))
    kept = starting.start(admin_user, root, [locale("en")])
    assert Job.objects.count() == 2
    Job.objects.filter(pk=job.pk).update(finished_at=timezone.now() - timedelta(days=11))
    newest = starting.start(admin_user, root, [locale("en")])
    assert set(Job.objects.all()) == {kept, newest}
    assert set(JobRow.objects.values_list("job", flat=True)) == {kept.pk, newest.pk}
