"""From wagtail-localize's form to the bar, with and without its script."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from cop_blocks.translation import seams
from cop_blocks.translation.jobs import starting
from cop_blocks.translation.jobs.working import work
from cop_blocks.translation.models import Job, JobRow
from tests.blocks.facts.factories import home, locale
from tests.rights import EDIT, client_of, page_of, person, words
from tests.translation.jobs.steps import Clock, counted
from tests.translation.rights.world import permission_to_submit

pytestmark = pytest.mark.django_db

UNDER_WAY = "/admin/cop-translation/jobs/"


def address(job):
    return f"{UNDER_WAY}{job.pk}/"


def submit(client, page, *languages, **more):
    asked = {"locales": [locale(language).pk for language in languages], **more}
    return client.post(reverse("wagtail_localize:submit_page_translation", args=[page.pk]), asked)


def goes_on(tree):
    return tree.select_one("[data-cop-job-progress]")["data-cop-job-goes-on"]


def buttons(tree):
    return [button["value"] for button in tree.select("[data-cop-job] button[name=act]")]


def test_a_subtree_becomes_a_job_that_is_not_begun(root, admin_client):
    response = submit(admin_client, root, "en", "fr", include_subtree="on")
    job = Job.objects.get()
    assert (response.status_code, response.url, counted(job)) == (302, address(job), (6, 0, 0))
    tree = page_of(admin_client.get(response.url))
    bar = tree.select_one("progress")
    assert (bar["max"], bar["value"]) == ("6", "0")
    assert words(tree.select_one(f"label[for={bar['id']}]")) == "Done so far"
    assert "into: English, French." in words(tree.select_one("[data-cop-job-progress]"))
    assert (goes_on(tree), buttons(tree)) == ("step", ["continue", "stop"])
    assert not tree.select("[data-cop-job] script, [data-cop-job] [style]")


def test_one_page_is_submitted_at_once(root, admin_client):
    submit(admin_client, root, "en")
    assert (Job.objects.count(), Page.objects.filter(locale=locale("en"), depth=3).count()) == (
        0,
        1,
    )
    child = root.get_children().first()
    submit(admin_client, child, "en", include_subtree="on")
    assert Job.objects.count() == 0


def test_components_of_the_host_are_saved_within_the_request(root, admin_client, monkeypatch):
    monkeypatch.setattr(starting, "has_components", lambda components: True)
    submit(admin_client, root, "en", include_subtree="on")
    assert (Job.objects.count(), Page.objects.filter(locale=locale("en")).count()) == (0, 4)


@pytest.mark.parametrize(
    ("required", "enabled", "has"),
    [(True, False, True), (False, True, True), (False, False, False)],
)
def test_a_component_counts_where_it_is_filled_in(required, enabled, has):
    class Enabled:
        def value(self):
            return enabled

    assert starting.has_components([({"required": required}, None, {"enabled": Enabled()})]) == has


def test_without_the_guard_wagtail_localize_does_it_in_one_request(root, admin_client):
    with seams.taken_off():
        submit(admin_client, root, "en", include_subtree="on")
    assert (Job.objects.count(), Page.objects.filter(locale=locale("en")).count()) == (0, 4)


def test_continue_works_step_by_step_to_the_end(job, admin_client, monkeypatch, settings):
    settings.COP_TRANSLATION_JOB_STEP = 0
    Clock(monkeypatch, takes=1)
    for done in range(1, 7):
        response = admin_client.post(address(job), {"act": "continue"}, follow=True)
        tree = page_of(response)
        assert tree.select_one("progress")["value"] == str(done)
    assert (goes_on(tree), buttons(tree)) == ("", [])
    assert (
        words(tree.select_one("[data-cop-job] [role=status]"))
        == "Finished. Everything is submitted."
    )
    links = [a["href"] for a in tree.select("[data-cop-job] td a")]
    targets = job.rows.values_list("target", flat=True)
    assert links == [f"/admin/pages/{target}/edit/" for target in targets]


def test_stop_resume_and_trying_again_are_buttons(job, admin_client, monkeypatch):
    def post(act):
        return page_of(admin_client.post(address(job), {"act": act}, follow=True))

    tree = post("stop")
    assert (goes_on(tree), buttons(tree)) == ("", ["resume"])
    assert words(tree.select_one("[data-cop-job] [role=status]")).startswith(
        "Stopped. What is done stays"
    )
    tree = post("continue")
    assert (goes_on(tree), counted(job)) == ("", (6, 0, 0))
    tree = post("resume")
    assert (goes_on(tree), buttons(tree)) == ("step", ["continue", "stop"])
    clock = Clock(monkeypatch, takes=0)
    JobRow.objects.filter(title="Een").update(state="failed", reason="rights")
    tree = post("continue")
    assert (counted(job), buttons(tree)) == ((0, 4, 2), ["again"])
    assert words(tree.select("tbody tr")[0]) == (
        "Een English failed: no right to submit it in this language"
    )
    assert words(tree.select_one("[data-cop-job] [role=status]")).startswith(
        "Finished: 4 submitted, and 2 not;"
    )
    assert goes_on(post("again")) == "step"
    post("continue")
    assert (counted(job), len(clock.rows)) == ((0, 6, 0), 6)


def test_an_unknown_act_does_nothing(job, admin_client):
    assert admin_client.post(address(job), {"act": "x"}).status_code == 302
    assert admin_client.post(address(job)).status_code == 302
    assert counted(job) == (6, 0, 0)


def test_while_somebody_else_works_on_it_the_page_looks_on(job, admin_client, monkeypatch):
    clock = Clock(monkeypatch, takes=1)
    submitted = clock.submitted
    seen = []

    def meanwhile(row):
        tree = page_of(admin_client.post(address(job), {"act": "continue"}, follow=True))
        seen.append(goes_on(tree))
        return submitted(row)

    monkeypatch.setattr("cop_blocks.translation.jobs.one.submitted", meanwhile)
    work(job.pk, 0)
    assert (seen, counted(job)) == (["look"], (5, 1, 0))


def test_only_who_started_it_and_superusers_see_a_job(job, root, client, admin_client):
    user = person("Ed", {home("en"): EDIT})
    user.groups.get().permissions.add(permission_to_submit())
    theirs = starting.start(user, root, [locale("en")])
    eds = client_of(user)
    assert eds.get(address(theirs)).status_code == 200
    assert eds.get(address(job), follow=True).status_code == 404
    assert eds.post(address(job), {"act": "stop"}, follow=True).status_code == 404
    assert not Job.objects.filter(stopped=True).exists()
    assert admin_client.get(address(theirs)).status_code == 200
    assert client.get(address(job)).url.startswith("/admin/login/")

    def listed(client):
        return [a["href"] for a in page_of(client.get(UNDER_WAY)).select("tbody a")]

    assert listed(eds) == [address(theirs)]
    assert listed(admin_client) == [address(theirs), address(job)]
    Job.objects.filter(pk=theirs.pk).update(finished_at=theirs.created_at)
    assert (listed(eds), listed(admin_client)) == ([], [address(job)])
    assert "Nothing is under way." in words(page_of(eds.get(UNDER_WAY)).main)


def written(captured):
    words_of = [query["sql"].split(None, 1)[0] for query in captured]
    return [word for word in words_of if word in ("INSERT", "UPDATE", "DELETE")]


def test_to_look_writes_nothing_and_asks_the_same_for_many(job, root, admin_user, admin_client):
    def asked(url):
        with CaptureQueriesContext(connection) as captured:
            assert admin_client.get(url).status_code == 200
        assert written(captured) == []
        return len(captured)

    JobRow.objects.filter(job=job, title="Een").update(state="failed", reason="gone")
    asked(UNDER_WAY)
    few = asked(UNDER_WAY), asked(address(job))
    for _time in range(3):
        starting.start(admin_user, root, [locale("en")])
    JobRow.objects.filter(job=job).update(state="failed", reason="gone")
    assert (asked(UNDER_WAY), asked(address(job))) == few
