#!/usr/bin/env bash
# Installs the Python packages of requirements.txt and the npm package of package-lock.json into a folder, once:
# `set-up.sh FOLDER`.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tools=$1
if cat "$here/requirements.txt" "$here/package-lock.json" | cmp -s - "$tools/installed"; then exit 0; fi
mkdir -p "$tools"
python3 -m venv "$tools/python"
"$tools/python/bin/pip" install --quiet -r "$here/requirements.txt"
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$tools"
# Not `npm ci`: the lock file has this kind of machine alone, and others resolve theirs.
(cd "$tools" && npm install --silent)
cat "$here/requirements.txt" "$here/package-lock.json" > "$tools/installed"
