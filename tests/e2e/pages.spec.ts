import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { importDirectory } from "@/playwright.config";
import { tone } from "@/tests/factories/sounds";
import { createAccount, register } from "./account";
import { expectAnalyzed, pickFiles, wavOf } from "./files";
import { stackDatabase } from "./running-stack";
import { expectPainted, followSystemTheme, shoot } from "./shoot";
import { expect, type Page, test } from "./test";

const music = join(process.cwd(), "tests/fixtures/music");

const sounds = ["house.mp3", "waltz.flac", "drum loop.wav"];

/** Fills a new library with three files of three kinds and waits until they are analysed. */
async function fillLibrary(page: Page): Promise<void> {
  await pickFiles(
    page,
    sounds.map((name) => join(music, name)),
  );
  for (const name of sounds) await expectAnalyzed(page, name);
}

/** Takes the README's picture: the top of the page, down to the four main values. */
async function drawForReadme(page: Page): Promise<void> {
  const folder = join(process.cwd(), "docs/images");
  mkdirSync(folder, { recursive: true });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await page.setViewportSize({ width: 1440, height: 1290 });
  await expectPainted(page, "dark");
  await page.screenshot({ path: join(folder, "sample-page.png") });
}

test.beforeEach(({ page }) => followSystemTheme(page));

test.describe("in both themes and widths, every page fits its window and has no accessibility violation", () => {
  test.describe.configure({ mode: "serial" });
  test.setTimeout(480_000);

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
    for (const name of ["dashboard", "library", "search", "upload", "trash"]) {
      await page.goto(`/${name}`);
      await shoot(page, `${name}-empty`);
    }
  });

  test("a studio with samples", async ({ page }) => {
    await register(page);
    await fillLibrary(page);
    await shoot(page, "upload");
    for (const name of ["dashboard", "library", "search", "settings"]) {
      await page.goto(`/${name}`);
      await shoot(page, name);
    }
    await page.goto("/library");
    await page.getByRole("link", { name: "house.mp3" }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("house");
    await shoot(page, "sample");
    if (process.env.UPDATE_README_SCREENSHOT) await drawForReadme(page);

    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto("/library");
    await page.getByRole("checkbox", { name: "Select drum loop.wav" }).click();
    await page.getByRole("toolbar", { name: "Selected samples" }).getByRole("button", { name: "Delete" }).click();
    await expect(page.getByText("drum loop.wav deleted")).toBeVisible();
    await page.goto("/trash");
    await expect(page.getByText(/10 min left/)).toBeVisible();
    await shoot(page, "trash");
  });

  test("a batch, and a folder on the server", async ({ page }) => {
    const { email } = await register(page);
    const sql = stackDatabase();
    await sql`update users set role = 'studio' where email = ${email}`;
    await sql.end();
    const names = [1, 2, 3, 4, 5].map((number) => `take ${number}.wav`);
    await pickFiles(
      page,
      names.map((name, at) => wavOf(name, tone(400 + at))),
    );
    for (const name of names) await expectAnalyzed(page, name);
    await page.goto("/batches");
    await page.getByRole("main").getByRole("list").getByRole("link").first().click();
    await expect(page.getByRole("heading", { name: "All 5 files analysed" })).toBeVisible();
    await shoot(page, "batch");

    const folder = join(importDirectory, "Field recordings");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "rain.wav"), tone(300));
    writeFileSync(join(folder, "broken.wav"), "no sound");
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto("/imports");
    await page.getByRole("button", { name: "Import a folder" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /e2e-imports/ }).click();
    await dialog.getByRole("button", { name: "Field recordings" }).click();
    await dialog.getByRole("button", { name: "Import this folder" }).click();
    await expect(page.getByText("Up to date")).toBeVisible({ timeout: 60_000 });
    await shoot(page, "imports");
    await page.getByRole("link", { name: "Field recordings" }).click();
    await expect(page.getByText("Not analysed")).toBeVisible();
    await shoot(page, "import");
  });
});
