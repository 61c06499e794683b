"""A one-page PDF of a few lines, written by hand: nothing has to be fetched or installed for it."""

from collections.abc import Sequence


def paper(lines: Sequence[str]) -> bytes:
    """An A4 with ``lines`` in Helvetica, the first one large."""
    text = "\n".join(
        f"BT /F1 {22 if number == 0 else 12} Tf 60 {760 - 24 * number} Td ({_escaped(line)}) Tj ET"
        for number, line in enumerate(lines)
    ).encode("cp1252", "replace")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Lang(nl)>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(text), text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    return _file(objects)


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(objects: Sequence[bytes]) -> bytes:
    written = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        len(written),
    )
    return written + head + table + end
