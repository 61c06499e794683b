import django.db.models.deletion
import swapper
from django.db import migrations, models

import cop_blocks.streamfield.field
import cop_blocks.validators
from cop_blocks.base_page import PAGE_MODEL, PARENT_LINK


class Migration(migrations.Migration):
    dependencies = [
        swapper.dependency("wagtailcore", "Page"),
        ("cop_blocks", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="OrganisationIndexPage",
            fields=[
                (
                    PARENT_LINK,
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=PAGE_MODEL,
                    ),
                ),
                ("introduction", models.TextField(blank=True, verbose_name="introduction")),
                (
                    "body",
                    cop_blocks.streamfield.field.CopStreamField(
                        [], blank=True, verbose_name="text"
                    ),
                ),
            ],
            options={
                "verbose_name": "list of organisations",
                "verbose_name_plural": "lists of organisations",
            },
            bases=(PAGE_MODEL, models.Model),
        ),
        # Empty for the rows that there are, until the next migration has filled them.
        migrations.AddField(
            model_name="organisation",
            name="slug",
            field=models.SlugField(
                blank=True,
                help_text="Of its page on this site. Made from the name; it stays when the name "
                "changes, so that links to it keep working.",
                max_length=100,
                null=True,
                unique=True,
                validators=[cop_blocks.validators.validate_organisation_slug],
                verbose_name="last part of the address",
            ),
        ),
    ]
