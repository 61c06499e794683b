from django.apps import AppConfig


class CorpusConfig(AppConfig):
    name = "benchmarks.corpus"
    label = "corpus"

    def ready(self) -> None:
        from benchmarks.corpus.entry import KIND, entry
        from benchmarks.corpus.models import SupportPage
        from cop_blocks import finding

        finding.register(SupportPage, kind=KIND, entry=entry)
