"""A certificate as people are handed one: a page of PDF with a few lines on it, the same every time."""

from __future__ import annotations

_WIDTH, _HEIGHT = 842, 595
"""A4 on its side, in points."""


def certificate(name: str, what: str, by: str, day: str) -> bytes:
    """One page that says who attended what, when, and who says so; letters that its fonts lack are left out."""
    lines = (
        ("F2", 34, 430, "Certificate of attendance"),
        ("F1", 15, 370, "This is to say that"),
        ("F2", 24, 330, name),
        ("F1", 15, 290, "took part in"),
        ("F2", 20, 252, what),
        ("F1", 15, 214, f"on {day}"),
        ("F1", 13, 110, by),
    )
    drawn = ["1.2 w 40 40 762 515 re S", "0.4 w 48 48 746 499 re S"]
    drawn += [f"BT /{font} {size} Tf 90 {up} Td ({_text(said)}) Tj ET" for font, size, up, said in lines]
    content = "\n".join(drawn).encode("latin-1")
    return _file(
        (
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>" % (_WIDTH, _HEIGHT),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>",
        )
    )


def _text(said: str) -> str:
    """In the one encoding that such a file needs no font for: marks above and below letters fall away otherwise."""
    from unicodedata import normalize

    for letter in set(said):
        try:
            letter.encode("latin-1")
        except UnicodeEncodeError:
            plain = "".join(each for each in normalize("NFD", letter) if each.isascii())
            said = said.replace(letter, plain)
    said = " ".join(said.replace("’", "'").rstrip("- ").split())
    return said.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(objects: tuple[bytes, ...]) -> bytes:
    file, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(file))
    return file + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (count, table, end)
