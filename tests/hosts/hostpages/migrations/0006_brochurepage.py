import django.db.models.deletion
import swapper
from django.db import migrations, models

from cop_blocks.base_page import PAGE_MODEL, PARENT_LINK


class Migration(migrations.Migration):
    dependencies = [
        swapper.dependency("wagtailcore", "Page"),
        ("hostpages", "0005_coursepage_lessonrow_taskrow"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="BrochurePage",
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
                (
                    "leaflet",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="hostpages.leaflet",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
            bases=(PAGE_MODEL,),
        ),
    ]
