"""``python -m tests.pictures [OUT] [--only NAME …] [--map FILE]``: a PNG of every state in every theme and size."""

import argparse
import os
import tempfile
from pathlib import Path


def main() -> None:
    """Take the pictures whose names contain every word of ``--only``."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description="Pictures of the window.")
    parser.add_argument("out", nargs="?", type=Path, default=Path(__file__).parent / "out", help="folder for the PNGs")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME", help="words in a picture's name")
    parser.add_argument("--map", type=Path, help="another map than the shipped one")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_SCALE_FACTOR", "1")
    asked.out.mkdir(parents=True, exist_ok=True)
    take(asked.out, asked.only, asked.map)


def take(out: Path, words: list[str], map_path: Path | None) -> None:
    """Write the pictures into ``out``, saying each name as it is done."""
    from evmap.ui.theme import THEME_NAMES
    from evmap.workspace.opening import open_workspace
    from tests.pictures.shooting import pictures, shoot, shoot_sheet
    from tests.pictures.talks import talk_pictures

    def wanted(name: str) -> bool:
        return all(word in name for word in words)

    with tempfile.TemporaryDirectory() as folder:
        for number, picture in enumerate(picture for picture in pictures() if wanted(picture.name)):
            image = shoot(picture, open_workspace(map_path), Path(folder) / str(number) / "evmap.ini")
            image.save(str(out / f"{picture.name}.png"))
            print(picture.name)
        for name, image in talk_pictures(Path(folder), map_path, wanted):
            image.save(str(out / f"{name}.png"))
            print(name)
    for theme in THEME_NAMES:
        if wanted(f"theme-sheet.{theme}"):
            shoot_sheet(theme).save(str(out / f"theme-sheet.{theme}.png"))
            print(f"theme-sheet.{theme}")


if __name__ == "__main__":
    main()
