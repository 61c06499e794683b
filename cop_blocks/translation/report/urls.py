"""Beneath the admin."""

from typing import Any

from django.urls import include, path

from cop_blocks.translation.report.bulk import ActView
from cop_blocks.translation.report.mine import MyTranslations
from cop_blocks.translation.report.views import TranslationsReport


def admin_urls() -> list[Any]:
    patterns = [
        path("", TranslationsReport.as_view(), name="index"),
        path("results/", TranslationsReport.as_view(results_only=True), name="results"),
        path("mine/", MyTranslations.as_view(), name="mine"),
        path("mine/results/", MyTranslations.as_view(results_only=True), name="mine_results"),
        path("act/", ActView.as_view(), name="act"),
    ]
    return [
        path(
            "reports/cop-translations/",
            include((patterns, "cop_translation_report"), namespace="cop_translation_report"),
        )
    ]
