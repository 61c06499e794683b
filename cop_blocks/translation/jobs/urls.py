"""Beneath the admin."""

from typing import Any

from django.urls import include, path

from cop_blocks.translation.jobs import views


def admin_urls() -> list[Any]:
    patterns = [
        path("", views.under_way, name="under_way"),
        path("<int:job_id>/", views.job, name="job"),
    ]
    return [
        path(
            "cop-translation/jobs/",
            include((patterns, "cop_translation_jobs"), namespace="cop_translation_jobs"),
        )
    ]
