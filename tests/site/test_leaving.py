"""What a site that stops takes along, takes out and deletes."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.documents import get_document_model
from wagtail.models import Collection, Page, Revision

from cop_blocks.leaving.records import records_of
from cop_blocks.models import Organisation, Person, Term, TermRow, Vocabulary
from cop_catalog.models import InitiativePage
from cop_events.models import SessionMaterial, SessionPage, SessionSpeaker
from cop_site.models import HomePage
from tests.catalog import factories
from tests.events import factories as events
from tests.site import fresh

pytestmark = pytest.mark.django_db

LIVE = [("next_sessions", {"heading": "Soon", "number": 3})]


@pytest.fixture
def home() -> Any:
    home = fresh.home()
    home.body = [("text", "<p>Welcome</p>"), *LIVE]
    home.save_revision().publish()
    return HomePage.objects.get(pk=home.pk)


@pytest.fixture
def filled(home: Any) -> Any:
    series = events.series(home, title="Series")
    page = events.session(series, title="=Meeting", body=[("text", "<p>Hear <b>this</b></p>")])
    page.speaker_rows = [SessionSpeaker(person=Person.objects.create(name="Ada"))]
    page.save()
    fresh.translated(home)
    events.translate(series, "en")
    events.translate(page, "en", title="Meeting (en)")
    catalogue = factories.make_index(home, title="Catalogue")
    term = factories.make_term("theme", "circular", "Circulair", "Circular")
    factories.make_initiative(catalogue, terms=[term], providers=["Haven"])
    return home


def command(name: str, *args: Any, **options: Any) -> str:
    out = StringIO()
    call_command(name, *args, stdout=out, **options)
    return out.getvalue()


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


class TestExport:
    def test_everything_is_there_in_every_language(self, filled: Any, tmp_path: Path) -> None:
        said = command("cop_export", tmp_path / "out")

        sessions = json.loads((tmp_path / "out" / "session-pages.json").read_text())
        assert [(one["language"], one["title"]) for one in sessions] == [
            ("nl", "=Meeting"),
            ("en", "Meeting (en)"),
        ]
        assert sessions[0]["address"].endswith("/nl/series/meeting/")
        assert sessions[0]["start_date"] == "2026-11-26"
        assert sessions[0]["body"]["text"] == "Hear this"
        assert sessions[0]["body"]["blocks"][0]["value"] == "<p>Hear <b>this</b></p>"
        assert [row["person"]["name"] for row in sessions[0]["speaker_rows"]] == ["Ada"]
        (initiative,) = json.loads((tmp_path / "out" / "initiatives.json").read_text())
        assert initiative["terms"] == {"theme": ["Circulair"]}
        assert initiative["organisation_rows"][0]["organisation"]["name"] == "Haven"
        assert "session-pages: 2" in said
        for name in ("organisations", "people", "terms", "vocabularies", "sessions"):
            assert json.loads((tmp_path / "out" / f"{name}.json").read_text()), name

    def test_a_spreadsheet_shows_the_same_and_runs_no_formula(
        self, filled: Any, tmp_path: Path
    ) -> None:
        command("cop_export", tmp_path)
        row = read_csv(tmp_path / "session-pages.csv")[0]
        assert (row["title"], row["live"], row["speaker_rows"]) == ("'=Meeting", "yes", "Ada")
        (initiative,) = read_csv(tmp_path / "initiatives.csv")
        assert initiative["terms: theme"] == "Circulair"

    def test_a_draft_is_told_as_it_is_now(self, filled: Any, tmp_path: Path) -> None:
        page = InitiativePage.objects.get()
        page.unpublish()
        page.title = "Newest"
        page.save_revision()
        (record,) = records_of(InitiativePage)
        assert (record["title"], record["live"]) == ("Newest", False)

    @pytest.mark.wagtail_indexes
    def test_the_files_that_are_used_go_along(self, filled: Any, tmp_path: Path) -> None:
        Collection.get_first_root_node() or Collection.add_root(name="Root")
        document = get_document_model().objects.create(
            title="Report", file=ContentFile(b"words", name="report.pdf")
        )
        get_document_model().objects.create(
            title="Of the host", file=ContentFile(b"other", name="other.pdf")
        )
        page = SessionPage.objects.get(locale__language_code="nl")
        page.material_rows = [SessionMaterial(title="Report", document=document)]
        page.save()

        command("cop_export", tmp_path, with_files=True)

        (row,) = read_csv(tmp_path / "files.csv")
        assert (row["kind"], row["title"]) == ("document", "Report")
        assert (tmp_path / "files" / row["file"]).read_bytes() == b"words"

    def test_a_folder_with_something_in_it_is_refused(self, home: Any, tmp_path: Path) -> None:
        (tmp_path / "mine.txt").write_text("mine")
        with pytest.raises(CommandError, match="is not empty|is niet leeg"):
            command("cop_export", tmp_path)
        with pytest.raises(CommandError, match="mine.txt"):
            command("cop_export", tmp_path / "mine.txt")

    def test_it_costs_the_same_for_one_page_and_for_many(self, filled: Any) -> None:
        def cost() -> int:
            with CaptureQueriesContext(connection) as captured:
                list(records_of(InitiativePage))
            return len(captured)

        cost()  # Wagtail remembers the roots of sites.
        one = cost()
        index = InitiativePage.objects.get().get_parent()
        term = Term.objects.get(code="circular")
        for number in range(4):
            factories.make_initiative(
                index, f"Other {number}", terms=[term], providers=[f"Party {number}"]
            )
        assert cost() == one


class TestBlocks:
    def test_they_are_listed_and_nothing_is_written(self, home: Any) -> None:
        said = command("cop_remove_blocks")
        assert f"cop_site.HomePage {home.pk} Thuis: next_sessions" in said
        assert [block.block_type for block in HomePage.objects.get().body] == [
            "text",
            "next_sessions",
        ]

    def test_they_go_from_the_page_its_draft_and_its_history(self, home: Any) -> None:
        text = dict(home.body.raw_data[0])
        draft = home.get_latest_revision_as_object()
        draft.body = [*LIVE, ("text", "<p>Later</p>")]
        draft.save_revision()

        command("cop_remove_blocks", apply=True)

        home = HomePage.objects.get()
        assert list(home.body.raw_data) == [text]
        assert [block.value.source for block in home.get_latest_revision_as_object().body] == [
            "<p>Later</p>"
        ]
        assert not [
            revision
            for revision in Revision.objects.all()
            if "next_sessions" in json.dumps(revision.content)
        ]

    def test_a_second_run_finds_nothing(self, home: Any) -> None:
        command("cop_remove_blocks", apply=True)
        before = HomePage.objects.get().last_published_at
        assert command("cop_remove_blocks", apply=True).startswith("0 ")
        assert HomePage.objects.get().last_published_at == before

    def test_texts_go_on_demand_only(self, home: Any) -> None:
        command("cop_remove_blocks", apply=True, texts=True)
        assert len(HomePage.objects.get().body) == 0

    def test_our_own_pages_are_left_alone(self, filled: Any) -> None:
        page = SessionPage.objects.get(locale__language_code="nl")
        page.body = LIVE
        page.save()
        command("cop_remove_blocks", apply=True)
        assert len(SessionPage.objects.get(pk=page.pk).body) == 1


class TestUninstall:
    def test_it_tells_what_stands_and_deletes_nothing(self, filled: Any) -> None:
        TermRow.objects.create(content_object=filled, tag=Term.objects.get(code="circular"))
        said = command("cop_uninstall")
        assert "2 sessiepagina’s" in said
        assert "cop_remove_blocks --apply" in said
        assert SessionPage.objects.count() == 2

    def test_all_of_ours_goes_and_all_of_the_hosts_stays(self, filled: Any) -> None:
        own = filled.add_child(instance=Page(title="Own", slug="own", locale=filled.locale))
        TermRow.objects.create(content_object=own, tag=Term.objects.get(code="circular"))
        version = own.save_revision()
        command("cop_remove_blocks", apply=True)
        pages = {"root", "thuis", "own", "home", "thuis-en"}

        command("cop_uninstall", delete=True, confirm="delete 6 pages")

        assert set(Page.objects.values_list("slug", flat=True)) <= pages
        assert {"root", "thuis", "own"} <= set(Page.objects.values_list("slug", flat=True))
        for model in (Organisation, Person, Term, TermRow, Vocabulary):
            assert model.objects.count() == 0, model
        assert version.as_object().title == "Own"
        assert "migrate" in command("cop_uninstall")

    @pytest.mark.parametrize("typed", ["", "yes", "delete 5 pages"])
    def test_another_word_deletes_nothing(self, filled: Any, typed: str) -> None:
        with pytest.raises(CommandError, match="delete 6 pages"):
            command("cop_uninstall", delete=True, confirm=typed)
        assert SessionPage.objects.count() == 2

    def test_it_is_asked_where_nobody_confirmed(self, filled: Any, monkeypatch: Any) -> None:
        asked = []
        monkeypatch.setattr("builtins.input", lambda text: asked.append(text) or "no")
        with pytest.raises(CommandError):
            command("cop_uninstall", delete=True)
        assert "delete 6 pages" in asked[0]

    def test_a_page_of_the_host_beneath_ours_stops_it(self, filled: Any) -> None:
        index = InitiativePage.objects.get().get_parent()
        index.add_child(instance=Page(title="Stranger", slug="stranger", locale=filled.locale))
        with pytest.raises(CommandError, match="Stranger"):
            command("cop_uninstall", delete=True, confirm="delete 6 pages")
        assert SessionPage.objects.count() == 2

    def test_setup_that_is_taken_away_tells_what_is_left_to_do(self, filled: Any) -> None:
        said = command("cop_setup", remove=True)
        assert "docs/uninstall.md" in said
        assert "2 sessiepagina’s" in said
