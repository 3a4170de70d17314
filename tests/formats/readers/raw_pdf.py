"""PDFs written object by object (ISO 32000), for what no program that makes CVs makes."""

import zlib

FONT = b"/Resources << /Font << /F1 4 0 R >> >>"


def raw_pdf(objects: list[bytes]) -> bytes:
    """A file of these objects, numbered from 1; the first is the catalog."""
    body, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Root 1 0 R /Size %d >>\n" % (size, table, size)
    return body + head + b"startxref\n%d\n%%%%EOF" % len(body)


def stream(data: bytes, more: bytes = b"") -> bytes:
    """A stream, packed."""
    packed = zlib.compress(data, 9)
    return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (more, len(packed), packed)


def one_page(content: bytes, catalog: bytes = b"", page: bytes = b"", *others: bytes) -> bytes:
    """A page that shows a content stream in Helvetica; `others` are objects from number 6 on."""
    return raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] %s /Contents 5 0 R %s >>" % (FONT, page),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            stream(content),
            *others,
        ]
    )


def filled_form(value: bytes) -> bytes:
    """A page with a name and a form's field whose value stands beside it."""
    name = b"BT /F1 20 Tf 72 700 Td (Ada Byron) Tj 0 -200 Td /F1 10 Tf (Languages of my own choice) Tj ET"
    field = (
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (mail) /V (%s) /F 4 /Rect [72 650 272 666] /AP << /N 7 0 R >> >>"
        % value
    )
    shown = stream(
        b"BT /F1 10 Tf 2 4 Td (%s) Tj ET" % value, b"/Type /XObject /Subtype /Form /BBox [0 0 200 16] " + FONT
    )
    return one_page(name, b"/AcroForm << /Fields [6 0 R] >>", b"/Annots [6 0 R]", field, shown)


def endless_page() -> bytes:
    """A small file whose page takes very long to read."""
    return one_page(b"BT /F1 8 Tf 72 700 Td " + b"1 0 Td (ab) Tj " * 3_000_000 + b"ET")


def bursting_page() -> bytes:
    """A small file whose page holds 1.2 GB."""
    packer, packed = zlib.compressobj(9), b""
    for _ in range(120):
        packed += packer.compress(b" " * 10_000_000)
    packed += packer.flush()
    inner = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)
    return raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] %s /Contents 5 0 R >>" % FONT,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            inner,
        ]
    )
