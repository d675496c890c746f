"""Opens with the age command what is sealed here: a file under a passphrase, which it asks a terminal for, and one for a key."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

documents = Path(sys.argv[1])
CONTENT = b'{"format":"draft/1"}'
PASSPHRASE = b"kettle orbit thirteen"
PATIENCE = 60


def opened_by_passphrase(file: Path) -> bytes:
    """What the command gives when somebody types the passphrase."""
    out = documents / "opened"
    child, terminal = pty.fork()
    if child == 0:
        os.execvp("age", ["age", "-d", "-o", str(out), str(file)])
    said, typed, late = b"", False, time.monotonic() + PATIENCE
    while time.monotonic() < late:
        if terminal not in select.select([terminal], [], [], 1)[0]:
            continue
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            break
        if not piece:
            break
        said += piece
        if b"assphrase" in said and not typed:
            os.write(terminal, PASSPHRASE + b"\n")
            typed = True
    os.waitpid(child, 0)
    return out.read_bytes()


if opened_by_passphrase(documents / "passphrase.age") != CONTENT:
    sys.exit("age does not open passphrase.age")
key = ["age", "-d", "-i", documents / "key.txt", documents / "people.age"]
if subprocess.run(key, check=True, capture_output=True).stdout != CONTENT:
    sys.exit("age does not open people.age")
print("The age command opens what is sealed here")
