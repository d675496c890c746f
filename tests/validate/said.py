"""Looks for everything the attached data say in the text of a PDF, as pdftotext reads it: `said.py FOLDER`."""

import json
import pathlib
import re
import subprocess
import sys


def said(data, out):
    """Every answer in words, wherever it stands; what is said again in another language is not looked for."""
    if isinstance(data, list):
        for value in data:
            said(value, out)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key == "said" and isinstance(value, str):
                out.append(value)
            elif key == "evidence" and not value["from"]:
                # That no source was given is said of the answers together.
                continue
            elif key not in ("result", "explained"):
                said(value, out)


def words(text):
    return re.findall(r"[^\W_]{3,}", text)


bad = looked = 0
for pdf in sorted(pathlib.Path(sys.argv[1]).glob("*.pdf")):
    attached = pdf.with_suffix(".attached.json")
    subprocess.run(["pdfdetach", "-save", "1", "-o", attached, pdf], check=True, stderr=subprocess.DEVNULL)
    text = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout
    shown = set(words(text))
    everything = []
    said(json.loads(attached.read_text()), everything)
    # A long word is broken; what the fonts do not have is replaced; marks may be drawn apart from their letters.
    wanted = {word for text in everything for word in words(text) if len(word) < 25}
    wanted = {word for word in wanted if not re.search("[\u0300-\u036f\u0590-\u08ff\ufb00-\ufb06]", word)}
    lost = sorted(wanted - shown - {word for word in wanted if word in text})
    looked += len(wanted)
    if lost:
        bad += 1
        print(f"{pdf.name}: not in its text: {lost[:10]}")
print(f"{looked} words of the data looked for in the text of PDF files, {bad} files lack some")
sys.exit(bad > 0 or looked == 0)
