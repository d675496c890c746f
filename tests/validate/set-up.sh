#!/usr/bin/env bash
# Installs the Python packages of requirements.txt into a folder, once: `set-up.sh FOLDER`.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tools=$1
if cmp -s "$here/requirements.txt" "$tools/requirements.txt"; then exit 0; fi
mkdir -p "$tools"
python3 -m venv "$tools/python"
"$tools/python/bin/pip" install --quiet -r "$here/requirements.txt"
cp "$here/requirements.txt" "$tools/requirements.txt"
