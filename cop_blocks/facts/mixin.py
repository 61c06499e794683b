"""What makes facts follow: taken when a page is stored or read, pushed when it is live."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction

from cop_blocks.facts.copying import keep_facts, keep_row_facts, take_facts
from cop_blocks.facts.forms import FactsPageForm
from cop_blocks.facts.localize import UntouchedFields
from cop_blocks.facts.names import fact_names
from cop_blocks.facts.origin import facts_source, group_of, source_in
from cop_blocks.facts.pushing import push_facts
from cop_blocks.facts.revisions import rewrite_own_revisions


class FactsMixin(models.Model):
    """A page whose ``facts`` are edited on the source page only and follow to its translations.

    It has no fields, so a page type joins without a migration. Put it before ``Page`` in the bases
    and put the panels of facts in a ``FactsPanel``. A form of your own extends ``FactsPageForm``
    (see there). What happens in ``save()`` happens in its transaction, whoever saves: the editor,
    a schedule, a workflow, an import, ``page.save()``. ``QuerySet.update()`` and ``bulk_update()``
    go past it: the facts then follow at the next save or by ``manage.py cop_facts_repair``.
    """

    #: Names of fields, of child relations ("cop_term_rows"), and of columns of rows that also
    #: hold text ("programme_rows.starts_at"); of such rows the order is a fact too.
    facts: ClassVar[Sequence[str]] = ()

    base_form_class = FactsPageForm

    #: Read by wagtail-localize, where it is installed: facts are none of its business.
    override_translatable_fields = UntouchedFields()

    #: Set on a page that ``push_facts`` has just given its facts.
    _cop_facts_settled = False

    if TYPE_CHECKING:
        live: bool

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        UntouchedFields.extend(cls)

    def save(self, *args: Any, **kwargs: Any) -> Any:
        update_fields = kwargs.get("update_fields")
        # save_revision() stores flags of the row while the draft is in memory: no fact is named.
        if self._cop_facts_settled or not fact_names(type(self)).named_by(update_fields):
            return super().save(*args, **kwargs)
        with transaction.atomic():
            group = group_of(self, lock=True)
            source = source_in(group, self)
            if source is not None:
                # While the source is not live, what was last published stays.
                changed = take_facts(self, source.pk if source.live else self.pk)
                result = super().save(*args, **kwargs)
                if changed:
                    rewrite_own_revisions(self, source.pk)
                return result
            result = super().save(*args, **kwargs)
            if self.live:
                push_facts(self, group)
                # Of a partial save the rest is still in memory only: let the stored row speak.
                published = (
                    self if update_fields is None else type(self)._base_manager.get(pk=self.pk)
                )
                published.facts_published()
            return result

    def facts_published(self) -> None:
        """Called in the transaction of ``save()`` once the facts of a live source are stored.

        Never for a draft, a translation or an alias. It may be called without any change.
        """

    def with_content_json(self, content: dict[str, Any]) -> Any:
        page = super().with_content_json(content)  # type: ignore[misc]
        source = facts_source(self)
        if source is not None:
            keep_facts(self, page, source)
        return page

    def copy_child_relation(
        self, child_relation: Any, target: Any, commit: bool = False, append: bool = False
    ) -> Any:
        """wagtail-localize copies rows with text from an old snapshot, for its preview too."""
        copied = super().copy_child_relation(  # type: ignore[misc]
            child_relation, target, commit=commit, append=append
        )
        names = fact_names(type(self))
        relation = (
            self._meta.get_field(child_relation)
            if isinstance(child_relation, str)
            else child_relation
        )
        if (
            target.pk
            and not target.alias_of_id
            and relation in [facts.relation for facts in names.rows]
        ):
            source = facts_source(target)
            if source is not None:
                keep_row_facts(target, source, only=relation)
        return copied
