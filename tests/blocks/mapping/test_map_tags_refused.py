"""What ``cop_map_tags`` refuses, in words that tell what to do; the mapping file."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management.base import CommandError

from cop_blocks.models import TermRow, Vocabulary
from tests.blocks.mapping.test_map_tags import article, carried, keywords, map_tags

__all__ = ["keywords"]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"model": "blog.BlogPage"}, "There is no page type “blog.BlogPage”. There are: .*Article"),
        ({"model": "nonsense"}, "There is no page type “nonsense”"),
        ({"model": "hostpages.Category"}, "There is no page type “hostpages.Category”"),
        ({"field": "tag"}, "has no field “tag” .* It has: .*tags"),
        ({"field": "category_rows.nothing"}, "has no field “nothing”"),
        ({"field": "tags.name"}, "has no field “tags.name”"),
        ({"field": "page_ptr"}, "has no field “page_ptr”"),
        ({"vocabulary": "colour"}, "no vocabulary “colour”. There are: keyword. Add one under"),
    ],
)
def test_what_is_not_known_is_told_with_what_there_is(
    keywords: Any, options: dict[str, str], message: str
) -> None:
    with pytest.raises(CommandError, match=message):
        map_tags(**options)


def test_a_vocabulary_that_is_not_for_the_page_type_is_refused(keywords: Any) -> None:
    Vocabulary.objects.update(page_types=["hostpages.NotePage"])
    with pytest.raises(CommandError, match="is not for pages of type hostpages.ArticlePage"):
        map_tags()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The column “value” is missing"),
        (b"value,term\nreuse,circular\n", "The column “value” is missing"),
        (b"value;label\nreuse;circular\n", "The column “term” is missing"),
        (b"value;term\nreuse;circular;more\n", "Row 2 has 3 cells, and there are 2 headings"),
        (b"value;term\n;circular\n", "Row 2 has no value"),
        (b"value;term\nreuse;circular\n\nreuse;energy\n", "Row 4: “reuse” stands on row 2 too"),
        (b"value;term\nreuse;circulair\n", "Row 2: there is no term “circulair”.* are: circular"),
        (b"value;term\nreuse;zzzz\n", "Row 2: there is no term “zzzz” in use. Write its code"),
        (b'value;term\nreuse;"circular\n', "Row 2 cannot be read. Often a quotation mark"),
        (b"value;term\nr\xe9use;circular\n", "The file is not in UTF-8"),
        (b"value;term\nre\0use;circular\n", "This is not a text file"),
    ],
)
def test_a_wrong_file_is_refused_as_a_whole(
    home: Any, keywords: Any, tmp_path: Path, content: bytes, message: str
) -> None:
    article(home, "reuse")
    (tmp_path / "map.csv").write_bytes(content)

    with pytest.raises(CommandError, match=message) as refused:
        map_tags(mapping=tmp_path / "map.csv")

    assert str(refused.value).endswith("Nothing was written.")
    assert TermRow.objects.count() == 0


def test_a_file_that_is_not_there_is_told(keywords: Any, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        map_tags(mapping=tmp_path / "none.csv")


def test_a_proposal_is_written_filled_in_and_read(home: Any, keywords: Any, tmp_path: Path) -> None:
    page = article(home, "Circular economy", "circuler econmy", '=HYPERLINK("evil")', "sun")
    file = tmp_path / "map.csv"

    said = map_tags(write_mapping=file)

    lines = file.read_text(encoding="utf-8-sig").splitlines()
    assert lines == [
        "value;pages;term;suggestions",
        '"\'=HYPERLINK(""evil"")";1;;',
        "Circular economy;1;circular;",
        "circuler econmy;1;;circular",
        "sun;1;;",
    ]
    assert "No page was changed." in said
    assert carried(page) == []
    filled = "\n".join(lines).replace("circuler econmy;1;;", "circuler econmy;1;energy;")
    file.write_text(filled + "\nmoon;0;energy;\n")
    said = map_tags(mapping=file)
    assert carried(page) == ["keyword.circular", "keyword.energy"]
    assert "“moon” of the mapping file stands on no page." in said
    assert '=HYPERLINK("evil") → left out (1)' in said


def test_a_file_that_is_there_is_not_written_over(home: Any, keywords: Any, tmp_path: Path) -> None:
    (tmp_path / "map.csv").write_text("mine")
    with pytest.raises(CommandError, match="is there already. Choose another name"):
        map_tags(write_mapping=tmp_path / "map.csv")
    assert (tmp_path / "map.csv").read_text() == "mine"


def test_a_value_too_long_for_a_name_is_told(home: Any, keywords: Any) -> None:
    from tests.hosts.hostpages.models import ArticlePage

    home.add_child(instance=ArticlePage(title="Long", words="x" * 151))
    with pytest.raises(CommandError, match="is longer than 150 characters"):
        map_tags(field="words", create=True)
