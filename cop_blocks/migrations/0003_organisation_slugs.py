from itertools import count
from typing import Any

from django.db import migrations, models
from django.utils.text import slugify

import cop_blocks.validators


def fill(apps: Any, schema_editor: Any) -> None:
    """Every organisation gets an address from its name; two of one kind are numbered."""
    organisations = apps.get_model("cop_blocks", "Organisation").objects.using(
        schema_editor.connection.alias
    )
    taken = {"card", *organisations.filter(slug__isnull=False).values_list("slug", flat=True)}
    for pk, name in (
        organisations.filter(slug__isnull=True).order_by("pk").values_list("pk", "name")
    ):
        start = (slugify(name) or "organisation")[:90].strip("-")
        slug = start
        numbers = count(2)
        while slug in taken:
            slug = f"{start}-{next(numbers)}"
        taken.add(slug)
        organisations.filter(pk=pk).update(slug=slug)


class Migration(migrations.Migration):
    # PostgreSQL alters no table that was written to in the same transaction with its checks open.
    atomic = False

    dependencies = [("cop_blocks", "0002_organisation_pages")]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop, atomic=True),
        migrations.AlterField(
            model_name="organisation",
            name="slug",
            field=models.SlugField(
                blank=True,
                help_text="Of its page on this site. Made from the name; it stays when the name "
                "changes, so that links to it keep working.",
                max_length=100,
                unique=True,
                validators=[cop_blocks.validators.validate_organisation_slug],
                verbose_name="last part of the address",
            ),
        ),
    ]
