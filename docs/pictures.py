"""Take the README's pictures of the real site: ``make pictures``.

Needs Chromium. The pictures show the café example as ``make demo`` builds it.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from playbook.app.build import build
from playbook.app.demo import copy_example
from playbook.app.folder import open_folder

IMAGES = Path(__file__).parent / "images"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of one page, on one kind of screen."""

    name: str
    page: str
    width: int
    height: int
    scheme: str


PICTURES = (
    Picture("welcome", "index", 1280, 860, "light"),
    Picture("journey", "journey", 1280, 860, "light"),
    Picture("touchpoint-phone", "touchpoint-greeting", 390, 844, "light"),
    Picture("role-dark", "role-server", 390, 844, "dark"),
)


def take(browser: Browser, site: Path, picture: Picture) -> None:
    """Write one picture as PNG."""
    scheme = "dark" if picture.scheme == "dark" else "light"
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height}, color_scheme=scheme
    )
    page = context.new_page()
    page.goto((site / f"{picture.page}.html").as_uri())
    page.wait_for_timeout(300)
    page.screenshot(path=IMAGES / f"{picture.name}.png")
    context.close()


def main() -> None:
    """Build the example in a passing folder and take every picture."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        workspace = copy_example("cafe", Path(folder))
        build(workspace, open_folder(workspace))
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        for picture in PICTURES:
            take(browser, workspace.site, picture)
        browser.close()


if __name__ == "__main__":
    main()
