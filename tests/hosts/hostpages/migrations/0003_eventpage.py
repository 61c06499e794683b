import django.db.models.deletion
import swapper
import wagtail.fields
from django.db import migrations, models

from cop_blocks.base_page import PAGE_MODEL, PARENT_LINK


class Migration(migrations.Migration):
    dependencies = [
        swapper.dependency("wagtailcore", "Page"),
        ("hostpages", "0002_tagged"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="EventPage",
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
                ("date_from", models.DateField(blank=True, null=True)),
                ("date_to", models.DateField(blank=True, null=True)),
                ("time_from", models.TimeField(blank=True, null=True)),
                ("begins", models.DateTimeField(blank=True, null=True)),
                ("ends", models.DateTimeField(blank=True, null=True)),
                ("when_text", models.CharField(blank=True, max_length=100)),
                ("location", models.TextField(blank=True)),
                ("intro", wagtail.fields.RichTextField(blank=True)),
                ("text", wagtail.fields.RichTextField(blank=True)),
                ("subject", models.CharField(blank=True, max_length=100)),
                (
                    "story",
                    wagtail.fields.StreamField(
                        [("heading", 0), ("paragraph", 1), ("image", 2), ("tip", 3)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {}),
                            1: ("wagtail.blocks.RichTextBlock", (), {}),
                            2: ("wagtail.images.blocks.ImageChooserBlock", (), {}),
                            3: ("wagtail.blocks.StructBlock", [[("text", 0)]], {}),
                        },
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
            bases=(PAGE_MODEL,),
        ),
    ]
