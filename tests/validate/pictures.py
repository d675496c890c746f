"""Compares pages of PDF files with pictures that somebody has looked at: `pictures.py DOCUMENTS PICTURES`.

With UPDATE_GOLDEN set it makes the pictures anew: look at them before they are kept.
"""

import os
import pathlib
import subprocess
import sys

from PIL import Image, ImageChops, ImageStat

PAGES = [("refer-panel-en", 1), ("undecided-panel-cy", 1), ("long-panel-en", 4)]
# The mean difference of a page from its picture, of 255: letters may move by a hair, lines may not be lost.
TOLERANCE = 1.5


def picture(pdf, page, out):
    command = ["pdftoppm", "-r", "56", "-gray", "-png", "-singlefile", "-f", str(page), "-l", str(page)]
    subprocess.run([*command, pdf, out.with_suffix("")], check=True, stderr=subprocess.DEVNULL)
    return Image.open(out).quantize(16).convert("L")


documents, pictures = map(pathlib.Path, sys.argv[1:])
bad = 0
for name, page in PAGES:
    kept = pictures / f"{name}-{page}.png"
    now = picture(documents / f"{name}.pdf", page, documents / f"{name}-{page}.png")
    if os.environ.get("UPDATE_GOLDEN"):
        now.quantize(16).save(kept, optimize=True)
    then = Image.open(kept).convert("L")
    differs = 255 if then.size != now.size else ImageStat.Stat(ImageChops.difference(then, now)).mean[0]
    if differs > TOLERANCE:
        bad += 1
        print(f"{name}, page {page}: {differs:.2f} from its picture")
print(f"{len(PAGES)} pages compared with their pictures, {bad} differ")
sys.exit(bad > 0)
