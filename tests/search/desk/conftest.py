import pytest

from cop_search.models import BestBet, Synonym
from tests.rights import client_of, person

MANAGE = ("view", "add", "change", "delete")


@pytest.fixture
def editor(site):
    """May do everything with best bets and synonyms, and reads English."""
    return client_of(person("Ed", models={BestBet: MANAGE, Synonym: MANAGE}))


@pytest.fixture
def redacteur(site):
    """As the editor, and reads Dutch."""
    return client_of(person("Roos", models={BestBet: MANAGE, Synonym: MANAGE}, language="nl"))


@pytest.fixture
def stranger(site):
    """Comes into the admin, and has no rights there."""
    return client_of(person("Iris"))
