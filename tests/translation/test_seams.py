"""What is wrapped can be named, switched off and given back, and upstream that moves is told."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from cop_blocks.translation import checks, seams

DOCS = Path(__file__).resolve().parents[2] / "docs"


class Upstream:
    """Stands for a class of Wagtail's."""

    def publish(self, title: str) -> str:
        return f"published {title}"

    @classmethod
    def create(cls, title: str) -> str:
        return f"{cls.__name__} {title}"


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """No seams but those of the test."""
    monkeypatch.setattr(seams, "SEAMS", [])
    monkeypatch.setattr(seams, "MISSING", {})
    monkeypatch.setattr(seams, "_put_on", [])
    return SimpleNamespace(target=f"{__name__}:Upstream")


def wrap(target: str) -> None:
    @seams.seam(target, guard="publish")
    def louder(original, *args, **kwargs):
        return original(*args, **kwargs).upper()


@pytest.mark.parametrize(("name", "said"), [("publish", "published x"), ("create", "Upstream x")])
def test_a_method_is_wrapped_and_given_back(own, name, said):
    wrap(f"{own.target}.{name}")
    before = vars(Upstream)[name]
    seams.put_on()
    assert getattr(Upstream(), name)("x") == said.upper()
    with seams.taken_off():
        assert getattr(Upstream(), name)("x") == said
    assert getattr(Upstream(), name)("x") == said.upper()
    seams.take_off()
    assert vars(Upstream)[name] is before


@pytest.mark.parametrize("off", [True, ["publish"]])
def test_a_guard_that_is_off_wraps_nothing(own, settings, off):
    settings.COP_TRANSLATION_GUARDS_OFF = off
    wrap(f"{own.target}.publish")
    seams.put_on()
    assert Upstream().publish("x") == "published x"


@pytest.mark.parametrize("gone", ["Upstream.unpublish", "Downstream.publish"])
def test_upstream_that_moved_is_told_and_the_rest_holds(own, gone):
    wrap(f"{__name__}:{gone}")
    wrap(f"{own.target}.publish")
    seams.put_on()
    try:
        assert Upstream().publish("x") == "PUBLISHED X"
        [told] = checks.check_seams()
        assert (told.id, gone in told.msg) == ("cop_translation.E002", True)
    finally:
        seams.take_off()


def test_nothing_upstream_has_moved():
    assert seams.MISSING == {}


def test_every_seam_serves_a_guard_that_is_described():
    assert {each.guard for each in seams.SEAMS} - set(seams.GUARDS) == set()


def test_every_guard_and_seam_stands_in_the_documentation():
    assert set(seams.GUARDS) - named("translation.md") == set()
    assert {each.target for each in seams.SEAMS} - named("translation-seams.md") == set()


def named(page: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", (DOCS / page).read_text()))
