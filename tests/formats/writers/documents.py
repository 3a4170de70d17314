"""Documents that the writers' tests write."""

import struct
import zlib

from jobmatch_desktop.domain.cv_document import CvDocument
from jobmatch_desktop.domain.cv_markdown import parse

CV = """# Richard Hendriks
Core engineer · Palo Alto, CA · [richard@example.com](mailto:richard@example.com) · [(912) 555-4321](tel:+19125554321)

## Summary
Engineer with **eight years** on *compression*.

## Experience
### CEO and President · Pied Piper
Dec 2013 – Dec 2014 · Palo Alto, CA
- Built a lossless compression engine, see [the paper](https://example.com/paper?a=1&b=2)
- Took the platform to a first paying customer

### Software engineer · Hooli
Jan 2011 – Nov 2013
- Rewrote the upload path in Go

## Education
### Bachelor, Information Technology · University of Oklahoma
Jun 2011 – Jan 2014

## Skills
Go, Python, PostgreSQL
"""

LETTER = """# Richard Hendriks
Palo Alto, CA · [richard@example.com](mailto:richard@example.com)

Northwind Logistics
Berlin

Palo Alto, CA, 25 November 2026

## Application for Senior backend engineer
Dear hiring team,

I built a lossless compression engine at Pied Piper.

Yours faithfully,

Richard Hendriks
"""

CODE = "#let x = 1; \"quoted\" <script>alert('x')</script> $a^2$ @ref `raw` \\u{41} &amp; {{7*7}} // no comment"


def cv() -> CvDocument:
    return parse(CV)


def letter() -> CvDocument:
    return parse(LETTER)


def many_jobs(count: int) -> CvDocument:
    jobs = "\n\n".join(
        f"### Engineer {number} · Firm {number}\nJan {1980 + number} – Dec {1980 + number}\n"
        + "\n".join(f"- Line {line} of job {number}, which is long enough to be seen on the page" for line in range(4))
        for number in range(count, 0, -1)
    )
    return parse(f"# Ada Lovelace\nLondon\n\n## Experience\n{jobs}\n")


def png(colour: bytes = b"\x40\x80\xc0") -> bytes:
    """A picture of 8 by 8 dots."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + colour * 8 for _ in range(8)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
