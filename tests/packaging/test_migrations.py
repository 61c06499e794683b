"""One set of migrations serves every host: replaceable models are asked for, never named."""

import re
from pathlib import Path

import pytest

from tools.migrations import APPS, ask_the_host, migration_files, refuse_newer

MADE_BY_DJANGO = """\
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ('wagtailcore', '0097_x'),
        ('wagtailimages', '0027_x'),
    ]

    operations = [
        migrations.CreateModel(
            name='HostPage',
            fields=[
                ('page_ptr', models.OneToOneField(primary_key=True, to='wagtailcore.page')),
                ('photo', models.ForeignKey(null=True, to='wagtailimages.image')),
                ('locale', models.ForeignKey(to='wagtailcore.locale')),
            ],
            bases=('wagtailcore.page',),
        ),
    ]
"""

ASKED = """\
from wagtail.images import get_image_model_string
import swapper
from cop_blocks.base_page import PAGE_MODEL, PARENT_LINK
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(get_image_model_string()),
        swapper.dependency("wagtailcore", "Page"),
        ('wagtailcore', '0097_x'),
    ]

    operations = [
        migrations.CreateModel(
            name='HostPage',
            fields=[
                (PARENT_LINK, models.OneToOneField(primary_key=True, to=PAGE_MODEL)),
                ('photo', models.ForeignKey(null=True, to=get_image_model_string())),
                ('locale', models.ForeignKey(to='wagtailcore.locale')),
            ],
            bases=(PAGE_MODEL,),
        ),
    ]
"""


def test_replaceable_models_are_asked_for() -> None:
    assert ask_the_host(MADE_BY_DJANGO) == ASKED


def test_asking_twice_changes_nothing() -> None:
    assert ask_the_host(ASKED) == ASKED


def test_a_document_is_asked_for_in_double_quotes() -> None:
    source = 'dependencies = [\n    ("wagtaildocs", "0014_x"),\n]\nto="wagtaildocs.Document"'
    assert ask_the_host(source) == (
        "from wagtail.documents import get_document_model_string\n"
        "dependencies = [\n"
        "        migrations.swappable_dependency(get_document_model_string()),\n"
        "]\n"
        "to=get_document_model_string()"
    )


@pytest.mark.parametrize("version", [(8, 0), (7, 3)])
def test_only_the_oldest_wagtail_makes_migrations(version: tuple[int, int]) -> None:
    with pytest.raises(SystemExit, match=f"this is {version[0]}.{version[1]}"):
        refuse_newer(version)


def test_the_oldest_wagtail_is_not_refused() -> None:
    refuse_newer((7, 4))


@pytest.mark.parametrize("app", APPS)
def test_every_app_has_migrations(app: str) -> None:
    assert migration_files(APPS[app])


@pytest.mark.parametrize(
    "path", [path for folder in APPS.values() for path in migration_files(folder)], ids=str
)
def test_no_migration_names_a_replaceable_model(path: Path) -> None:
    names = r"wagtailcore\.page\b|wagtailimages\.image\b|wagtaildocs\.document\b|wagtail_page_model"
    assert re.findall(rf"{names}|\bpage_ptr\b", path.read_text(), re.IGNORECASE) == []
