"""What a host had before it met ours: tags, categories, choices, and text with commas."""

from django.db import models
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.managers import TaggableManager
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from cop_blocks.base_page import Page
from cop_blocks.terms.panels import TermsPanel


class Category(models.Model):
    name = models.CharField(max_length=100)

    def __str__(self) -> str:
        return self.name


class ArticleTag(TaggedItemBase):
    content_object = ParentalKey(
        "hostpages.ArticlePage", related_name="article_tags", on_delete=models.CASCADE
    )


class ArticlePage(Page):
    class Audience(models.TextChoices):
        SELF_EMPLOYED = "zzp", "Self-employed"
        STARTER = "start", "Starters"

    tags = ClusterTaggableManager(through=ArticleTag, blank=True)
    labels = TaggableManager(blank=True, related_name="+")
    category = models.ForeignKey(
        Category, null=True, blank=True, related_name="+", on_delete=models.SET_NULL
    )
    topics = ParentalManyToManyField(Category, blank=True, related_name="+")
    audience = models.CharField(max_length=10, choices=Audience.choices, blank=True)
    words = models.CharField(max_length=200, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("tags"), TermsPanel()]


class ArticleCategoryRow(Orderable):
    page = ParentalKey(ArticlePage, related_name="category_rows", on_delete=models.CASCADE)
    category = models.ForeignKey(Category, related_name="+", on_delete=models.CASCADE)
