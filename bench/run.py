"""`make bench`: every figure the project owes, in one run; a table, and build/bench.json.

Ratios compare two things measured in the same run, so that they hold on a noisy machine.
"""

import importlib
import json
from pathlib import Path

#: One module per subject; each has `figures() -> dict[str, float]`.
SUBJECTS = ("reviewing", "pages", "classroom", "documents")

OUT = Path(__file__).parents[1] / "build" / "bench.json"


def main() -> None:
    """Measure, print, write."""
    figures: dict[str, float] = {}
    for subject in SUBJECTS:
        module = importlib.import_module(subject)
        for name, value in module.figures().items():
            figures[name] = round(value, 3)
            print(f"{name:36} {figures[name]:>12,.3f}".rstrip("0").rstrip("."), flush=True)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(figures, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    print(f"-> {OUT.relative_to(Path.cwd()) if OUT.is_relative_to(Path.cwd()) else OUT}")


if __name__ == "__main__":
    main()
