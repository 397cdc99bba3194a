import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createAccount, register } from "./account";
import { expectNoAxeViolations } from "./axe";
import { expectAnalysed, pickFiles } from "./files";
import { expect, type Page, test } from "./test";

const screenshots = join(process.cwd(), "screenshots");
const widths = [1440, 390] as const;
const themes = ["dark", "light"] as const;
const music = join(process.cwd(), "tests/fixtures/music");

const sounds = ["house.mp3", "waltz.flac", "drum loop.wav"];

/** Fills a new library with three files of three kinds and waits until they are analysed. */
async function fillLibrary(page: Page): Promise<void> {
  await pickFiles(
    page,
    sounds.map((name) => join(music, name)),
  );
  for (const name of sounds) await expectAnalysed(page, name);
}

async function shoot(page: Page, name: string): Promise<void> {
  await expect(page.locator("h1:visible").first()).toBeVisible();
  // Skeletons disappear when the streamed parts have arrived.
  await expect(page.locator("[data-slot=skeleton]:visible")).toHaveCount(0);
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await expect(page.locator(`html.${theme}`)).toBeAttached();
    for (const width of widths) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${name} at ${width} px is wider than the window`).toBeLessThanOrEqual(0);
      await expectNoAxeViolations(page);
      await page.screenshot({ path: join(screenshots, `${name}-${theme}-${width}.png`), fullPage: true });
    }
  }
}

/** Takes the README's picture: the top of the page, down to the four main values. */
async function drawForReadme(page: Page): Promise<void> {
  const folder = join(process.cwd(), "docs/images");
  mkdirSync(folder, { recursive: true });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await page.setViewportSize({ width: 1440, height: 1290 });
  await expect(page.locator("html.dark")).toBeAttached();
  await page.screenshot({ path: join(folder, "sample-page.png") });
}

/** The theme follows the system, so that it can change without a reload. */
test.beforeEach(({ page }) => page.addInitScript(() => localStorage.setItem("theme", "system")));

test.describe("in both themes and widths, every page fits its window and has no accessibility violation", () => {
  test.describe.configure({ mode: "serial" });
  test.setTimeout(240_000);

  test("landing, sign in, register, not found", async ({ page }) => {
    for (const [name, path] of [
      ["landing", "/"],
      ["sign-in", "/sign-in"],
      ["register", "/register"],
      ["not-found", "/nowhere"],
    ] as const) {
      await page.goto(path);
      await shoot(page, name);
    }
  });

  test("an empty studio", async ({ page }) => {
    await createAccount(page);
    for (const name of ["dashboard", "library", "upload"]) {
      await page.goto(`/${name}`);
      await shoot(page, `${name}-empty`);
    }
  });

  test("a studio with samples", async ({ page }) => {
    await register(page);
    await fillLibrary(page);
    await shoot(page, "upload");
    for (const name of ["dashboard", "library", "settings"]) {
      await page.goto(`/${name}`);
      await shoot(page, name);
    }
    await page.goto("/library");
    await page.getByRole("link", { name: "house.mp3" }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("house");
    await shoot(page, "sample");
    if (process.env.UPDATE_README_SCREENSHOT) await drawForReadme(page);
  });
});
