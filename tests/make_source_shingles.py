"""Write tests/data/source_shingles.txt, which lets a test find copied sentences.

The five source documents belong to their authors and are not part of this project. What
is kept of them is a hash of every run of seven words, from which no text can be read back.

To make the file again, put the texts into a folder and run, from the project's folder:

    python tests/make_source_shingles.py FOLDER
"""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path

LENGTH = 7
"""Words in a run: shorter ones are shared by chance, longer ones let a copied phrase pass."""

TARGET = Path(__file__).parent / "data" / "source_shingles.txt"


def shingles(text: str) -> dict[str, str]:
    """Return the hash of each run of seven words in *text*, with the words."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", text.lower()))
    runs = (" ".join(words[at : at + LENGTH]) for at in range(len(words) - LENGTH + 1))
    return {hashlib.sha256(run.encode()).hexdigest()[:12]: run for run in runs}


def main(folder: Path) -> None:
    """Write the hashes of the texts in *folder*, sorted, one a line."""
    found: set[str] = set()
    for file in sorted(folder.iterdir()):
        found |= shingles(file.read_text(encoding="utf-8", errors="replace")).keys()
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("\n".join(sorted(found)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
