"""Pages that editors put first for some words."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from cop_blocks.base_page import PAGE_MODEL
from cop_search.models.rule import Rule
from cop_search.rules.entries import lines
from cop_search.rules.validation import check_bet


class BestBet(Rule, ClusterableModel):
    """Each line of ``words`` is a question of its own."""

    words = models.TextField(
        _("search words"),
        max_length=1000,
        help_text=_(
            "One question a line: subsidie, or: geld lenen. Plurals, accents and the order of the "
            "words make no difference."
        ),
    )
    is_within = models.BooleanField(
        _("also where more is asked"),
        default=False,
        help_text=_(
            "On: “subsidie” also holds for “subsidie zonnepanelen”. Off: only for that question "
            "itself."
        ),
    )

    class Meta(Rule.Meta):
        verbose_name = _("best bet")
        verbose_name_plural = _("best bets")

    def __str__(self) -> str:
        return ", ".join(lines(self.words))

    def problems(self) -> dict[str, Any]:
        others = type(self)._default_manager.filter(locale=self.locale_id, site=self.site_id)
        known = others.exclude(pk=self.pk).values_list("words", flat=True)
        return check_bet(
            self.locale.language_code,
            lines(self.words),
            {line for words in known for line in lines(words)},
        )


class BestBetPage(Orderable):
    """One of the pages, in the order in which they are shown."""

    best_bet = ParentalKey(BestBet, related_name="pages", on_delete=models.CASCADE)
    page = models.ForeignKey(
        PAGE_MODEL, related_name="+", on_delete=models.CASCADE, verbose_name=_("page")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("page of a best bet")
        verbose_name_plural = _("pages of best bets")

    def __str__(self) -> str:
        return str(self.page)
