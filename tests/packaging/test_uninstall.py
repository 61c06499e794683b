"""docs/uninstall.md, followed in a site that ``wagtail start`` makes: the host's own stays."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.packaging.conftest import ROOT, run
from tests.packaging.test_install import ONE, NewSite

pytestmark = pytest.mark.packaging

GUIDE = (ROOT / "docs" / "uninstall.md").read_text()

#: The host's own page type, before, during and after.
MODELS = """\
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import CharBlock, RichTextBlock
from wagtail.fields import StreamField
from wagtail.models import Page
{imports}

class HomePage(Page):
    body = StreamField([("text", RichTextBlock()), ("title", CharBlock()){blocks}], blank=True)
    content_panels = [*Page.content_panels, FieldPanel("body"){panels}]
"""
PLAIN = MODELS.format(imports="", blocks="", panels="")
WITH_OURS = MODELS.format(
    imports="from cop_blocks.terms.panels import TermsPanel\n"
    "from cop_events.blocks import NextSessionsBlock\n",
    blocks=', ("next_sessions", NextSessionsBlock())',
    panels=", TermsPanel()",
)

FILL = """
from home.models import HomePage
home = HomePage.objects.get()
home.body = [("title", "Welcome"), ("text", "<p>Ours since 2019.</p>")]
home.save_revision().publish()
home = HomePage.objects.get()
about = home.add_child(instance=HomePage(title="About", slug="about", body=home.body))
about.save_revision().publish()
draft = HomePage.objects.get(slug="about").get_latest_revision_as_object()
draft.title = "About us"
draft.save_revision()
"""
USE = """
from home.models import HomePage
from cop_blocks.models import Term, TermRow
about = HomePage.objects.get(slug="about")
TermRow.objects.create(content_object=about, tag=Term.objects.filter(vocabulary__code="theme")[0])
draft = HomePage.objects.get(slug="about").get_latest_revision_as_object()
draft.body.append(("next_sessions", {"heading": "", "number": 2, "series": None}))
draft.cop_term_rows.add(TermRow(tag=Term.objects.filter(vocabulary__code="theme")[0]))
draft.save_revision().publish()
from cop_blocks.models import InformationPage
contact = InformationPage.objects.get(slug="contact")
contact.title = "Reach us"
contact.save_revision().publish()
assert HomePage.objects.get(slug="about").body[2].block_type == "next_sessions"
"""
SNAPSHOT = """
import json
from django.core import serializers
from django.db import connection
from home.models import HomePage
from wagtail.models import Page, Revision
pages = Page.objects.filter(depth__gt=0).order_by("pk")
print("SNAPSHOT", json.dumps({
    "pages": json.loads(serializers.serialize("json", pages)),
    "homes": json.loads(serializers.serialize("json", HomePage.objects.order_by("pk"))),
    "revisions": json.loads(serializers.serialize("json", Revision.objects.order_by("pk"))),
    "tables": sorted(
        # The statistics of SQLite's planner, which ANALYZE makes, are no table of anybody's.
        name for name in connection.introspection.table_names() if not name.startswith("sqlite_")
    ),
    "opened": [version.as_object().title for version in Revision.objects.order_by("pk")],
    "answers": [
        __import__("django.test", fromlist=["Client"]).Client(SERVER_NAME="localhost")
        .get(page.url).status_code for page in pages.live() if page.url
    ],
}))
"""


COUNT = """
from cop_blocks.leaving.everything import standing
print("COUNT", standing().page_count)
"""


def shell(site: NewSite, code: str) -> str:
    return site.manage("shell", "--no-imports", "-c", code)


def commands_of_the_guide() -> list[list[str]]:
    blocks = re.findall(r"^```sh\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    return [
        shlex.split(line, comments=True) for block in blocks for line in block.splitlines() if line
    ]


def snapshot(site: NewSite) -> dict[str, Any]:
    printed = shell(site, SNAPSHOT)
    line = next(line for line in printed.splitlines() if line.startswith("SNAPSHOT"))
    found: dict[str, Any] = json.loads(line.removeprefix("SNAPSHOT "))
    return found


def models(site: NewSite, text: str) -> None:
    (site.site / "home" / "models.py").write_text(text)
    site.manage("makemigrations", "home")
    site.manage("migrate")


def test_the_hosts_own_pages_are_what_they_were(tmp_path: Path, wheel: Path) -> None:
    site = NewSite(tmp_path, wheel)
    settings = site.site / "mysite" / "settings" / "base.py"
    before_us = settings.read_text()
    site.manage("migrate")
    models(site, PLAIN)
    shell(site, FILL)
    before = snapshot(site)

    site.follow(ONE)
    models(site, WITH_OURS)
    shell(site, USE)
    standing = site.manage("cop_uninstall")

    for command in commands_of_the_guide():
        match command:
            case ["python", "manage.py", "cop_uninstall", "--delete"]:
                number = int(re.findall(r"COUNT (\d+)", shell(site, COUNT))[0])
                assert number == 1
                site.manage("cop_uninstall", "--delete", "--confirm", f"delete {number} pages")
            case ["python", "manage.py", "cop_remove_blocks", "--apply"]:
                assert "taken out" in site.manage("cop_remove_blocks", "--apply")
                models(site, PLAIN)
            case ["python", "manage.py", "makemigrations", "--check"]:
                settings.write_text(before_us)
                assert "No changes" in site.manage("makemigrations", "--check", "--dry-run")
            case ["python", "manage.py", "remove_stale_contenttypes"]:
                site.manage("remove_stale_contenttypes", "--no-input")
            case ["python", "manage.py", *arguments]:
                site.manage(*arguments)
            case ["pip", "uninstall", name]:
                run(
                    site.python, "-m", "pip", "uninstall", "--yes", "--quiet", name, cwd=site.folder
                )

    after = snapshot(site)
    assert "HomePage" not in standing
    assert after["tables"] == before["tables"]
    assert not [name for name in after["tables"] if name.startswith("cop_")]
    assert set(after["answers"]) == {200}
    home = {"pages": 0, "homes": 0}
    for kind in home:
        assert [row for row in after[kind] if row["pk"] != about(after)] == [
            row for row in before[kind] if row["pk"] != about(before)
        ]
    # The page that was changed with us has the text that it was given, and nothing of ours.
    texts = [row["fields"]["body"] for row in after["homes"]]
    assert [json.loads(text) for text in texts] == [
        json.loads(row["fields"]["body"]) for row in before["homes"]
    ]
    assert after["opened"][: len(before["opened"])] == before["opened"]
    assert "no issues" in site.manage("check")
    assert "cop_blocks" not in site.manage("showmigrations")


def about(taken: dict[str, Any]) -> int:
    return next(int(row["pk"]) for row in taken["pages"] if row["fields"]["slug"] == "about")
