"""Measures one database, that of the settings: ``python -m benchmarks.corpus SIZES ROUNDS``."""

import sys


def main(sizes: list[int], rounds: int) -> None:
    import django

    from benchmarks.corpus import database

    database.create_if_missing()
    django.setup()
    from django.core.management import call_command

    from benchmarks.corpus import filling

    if not database.has_pages():
        call_command("migrate", verbosity=0)
        filling.make_site()
    database.tell_versions()
    usual: dict[int, float] = {}
    for size in sizes:
        print(f"\n### {size} pages\n\n| what | figure |\n| --- | ---: |", flush=True)
        usual[size] = measure(size, rounds, is_last=size == sizes[-1])
    if len(sizes) > 1:
        row(
            f"growth of a usual page of results, {sizes[0]} to {sizes[-1]} pages",
            f"{usual[sizes[-1]] / usual[sizes[0]]:.1f} times",
        )


def row(what: str, figure: str) -> None:
    print(f"| {what} | {figure} |", flush=True)


def measure(size: int, rounds: int, *, is_last: bool) -> float:
    """Fills, indexes and asks; answers the median of a usual page of results."""
    from django.db import connection

    from benchmarks.corpus import filling, indexing, results
    from cop_search.delivery.target import targets

    with_plain = not (targets() or connection.vendor == "sqlite" and size > 10_000)
    row("filling", f"{filling.timed(size) / 1000:.0f} s")
    for what, figure in indexing.measure(size):
        row(what, figure)
    ours = results.Ours(rounds)
    for what, figure in ours.measure():
        row(what, figure)
    if with_plain:
        for what, figure in results.beside_plain(rounds):
            row(what, figure)
    if is_last:
        for what, figure in indexing.freshness():
            row(what, figure)
    return ours.usual


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1].split(",")], int(sys.argv[2]))
