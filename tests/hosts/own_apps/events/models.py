"""What a host may well have of its own: a model with a name that we could have wanted."""

from django.db import models


class Session(models.Model):
    name = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.name
