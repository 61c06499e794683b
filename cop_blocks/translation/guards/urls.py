"""Beneath the admin."""

from typing import Any

from django.urls import include, path

from cop_blocks.translation.guards import views


def admin_urls() -> list[Any]:
    patterns = [
        path(
            "translation/<int:translation_id>/",
            views.UnfinishedTranslationView.as_view(),
            name="translation",
        ),
        path(
            "revision/<int:revision_id>/",
            views.UnfinishedRevisionView.as_view(),
            name="revision",
        ),
    ]
    return [
        path(
            "cop-translation/unfinished/",
            include((patterns, "cop_translation_guards"), namespace="cop_translation_guards"),
        )
    ]
