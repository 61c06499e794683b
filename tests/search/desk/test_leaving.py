"""Editors' rules go along in the export, and go with everything else of ours."""

import json

from django.core.management import call_command

from cop_blocks.leaving.everything import delete_everything
from cop_search.models import BestBet, Synonym
from tests.search.factories import locale, page
from tests.search.rules.making import best_bet, synonym


def test_rules_are_exported(site, tmp_path):
    synonym("zzp’er, freelancer")
    best_bet("subsidie", page(site.home, "Loket"))

    call_command("cop_export", tmp_path, verbosity=0)

    (bet,) = json.loads((tmp_path / "best-bets.json").read_text())
    assert (bet["words"], [row["page"]["name"] for row in bet["pages"]]) == ("subsidie", ["Loket"])
    (words,) = json.loads((tmp_path / "synonyms.json").read_text())
    assert (words["words"], words["locale"]["id"]) == ("zzp’er, freelancer", locale("nl").pk)


def test_rules_are_deleted_with_everything(site):
    synonym("zzp’er, freelancer")
    best_bet("subsidie", page(site.home, "Loket"))

    delete_everything()

    assert (BestBet.objects.count(), Synonym.objects.count()) == (0, 0)
