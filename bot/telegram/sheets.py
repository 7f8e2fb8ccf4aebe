"""Photos of the pages of one document, put into one PDF as they are: nothing is decoded here."""

from collections.abc import Sequence

Photo = tuple[bytes, int, int]
"""A JPEG with its width and height in pixels."""


def bound(photos: Sequence[Photo]) -> bytes:
    """A PDF with a page for each photo, in order."""
    first = 3
    kids = " ".join(f"{first + 3 * n} 0 R" for n in range(len(photos)))
    bodies = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(photos)} >>".encode()]
    for n, (data, width, height) in enumerate(photos):
        page = first + 3 * n
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents {page + 1} 0 R "
            f"/Resources << /XObject << /I {page + 2} 0 R >> >> >>".encode()
        )
        bodies.append(_stream("", f"{width} 0 0 {height} 0 0 cm /I Do".encode()))
        image = (
            f"/Type /XObject /Subtype /Image /Width {width} /Height {height} "
            "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode "
        )
        bodies.append(_stream(image, data))
    return _file(bodies)


def _stream(entries: str, data: bytes) -> bytes:
    return f"<< {entries}/Length {len(data)} >> stream\n".encode() + data + b"\nendstream"


def _file(bodies: Sequence[bytes]) -> bytes:
    """The objects numbered from one, with the table of where each begins."""
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj ".encode() + body + b" endobj\n"
    size = len(bodies) + 1
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF".encode()
