"""Checks Word files from outside: `word.py FOLDER` reads each with python-docx and checks it against the schemas.

LibreOffice has made FOLDER/pdf/NAME.pdf of each before, and pdftotext FOLDER/pdf/NAME.txt: no word may be lost on the way.
"""

import pathlib
import re
import sys

import docx
from openxml_audit import OpenXmlValidator

# The standard lets a document have no theme and no table of fonts (ECMA-376 part 1, 11.3.5 and 11.3.10: at most one).
ALLOWED = ("relationships/fontTable' is missing", "relationships/theme' is missing")


def words(text):
    return set(re.findall(r"[^\W_]{3,}", text))


def check(path):
    document = docx.Document(path)
    headings = [p for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings and headings[0].style.name == "Heading 1", "begins with a heading of level 1"
    last = 0
    for heading in headings:
        level = int(heading.style.name[-1])
        assert level <= last + 1, f"heading {heading.text!r} skips a level"
        last = level
    assert document.core_properties.title, "has a title"
    assert not document.core_properties.author, "says nothing about who wrote it"
    for table in document.tables:
        assert table.rows[0]._tr.trPr.xpath("w:tblHeader"), "each table has a header row"
    said = " ".join(p.text for p in document.paragraphs)
    said += " " + " ".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    shown = path.parent / "pdf" / (path.stem + ".txt")
    # A word broken over two lines comes out in two pieces.
    lost = [word for word in words(said) if len(word) < 30 and word not in shown.read_text()]
    # Letters that run from right to left may come out in another order.
    lost = [word for word in lost if not re.search("[\u0590-\u08ff]", word)]
    assert not lost, f"lost by LibreOffice: {lost[:10]}"
    wrong = [error.description for error in OpenXmlValidator().validate(path).errors]
    wrong = [error for error in wrong if not any(allowed in error for allowed in ALLOWED)]
    assert not wrong, "\n".join(wrong[:10])


bad = 0
paths = sorted(pathlib.Path(sys.argv[1]).glob("*.docx"))
for path in paths:
    try:
        check(path)
    except AssertionError as error:
        bad += 1
        print(f"{path.name}: {error}")
print(f"{len(paths)} Word files, {bad} with faults")
sys.exit(bad > 0 or not paths)
