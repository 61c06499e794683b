import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("basepage", "0003_finalize_basepage_model"),
        ("customhome", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="NewsPage",
            fields=[
                (
                    "basepage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("author", models.CharField(blank=True, max_length=100)),
                ("summary", models.TextField(blank=True)),
                ("intro", wagtail.fields.RichTextField(blank=True)),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [("paragraph", 0), ("steps", 3), ("html", 4)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.RichTextBlock", (), {}),
                            1: ("wagtail.blocks.CharBlock", (), {}),
                            2: ("wagtail.blocks.StructBlock", [[("title", 1), ("text", 0)]], {}),
                            3: ("wagtail.blocks.ListBlock", (2,), {}),
                            4: ("wagtail.blocks.RawHTMLBlock", (), {}),
                        },
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
            bases=("basepage.basepage", models.Model),
        ),
    ]
