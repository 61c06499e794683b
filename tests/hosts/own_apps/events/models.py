"""What a host may well have of its own: a model with a name that we could have wanted, and an event
page that stays where it is."""

from django.db import models
from wagtail.models import Page


class Session(models.Model):
    name = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.name


class EventPage(Page):
    template = "own_event.html"

    date_from = models.DateField()
    intro = models.TextField(blank=True)
    location = models.CharField(max_length=100, blank=True)
