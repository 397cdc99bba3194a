import { join } from "node:path";
import { createAccount } from "./account";
import { expectAnalyzed, pickFiles } from "./files";
import { stackDatabase } from "./running-stack";
import { followSystemTheme, shoot } from "./shoot";
import { expect, type Page, test } from "./test";

const PUBLIC = ["/", "/gallery", "/sign-in", "/register", "/docs", "/docs/analysis", "/nowhere"];
const STUDIO = [
  ...["/dashboard", "/library", "/search", "/search?q=bpm:100-140", "/collections", "/playlists", "/upload"],
  ...["/imports", "/batches", "/trash", "/duplicates", "/workbench", "/notices", "/following", "/visualizer"],
  ...["/galaxy", "/settings", "/settings/api-keys", "/settings/downloads"],
];
/** The list of letters is left out: each is in its reader's language. */
const ADMIN = ["", "/site", "/users", "/registration", "/reports", "/jobs", "/storage", "/flags", "/limits"];

/** Small words that every English sentence has, and no German one. */
const ENGLISH = /(?<![\w.:/“"-])(the|and|your|you|with|from|this|that|not|are|is|to|for|every|without)(?![\w.:/-])/;

/** What a person reads or hears on a page, piece by piece, without what is code or somebody's words. */
async function piecesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isLeftOut = (node: Element | null) => node?.closest("script, style, code, pre, kbd, [lang=en], bdi") != null;
    const pieces: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, nodeValue } = walker.currentNode;
      if (!isLeftOut(parentElement)) pieces.push(nodeValue ?? "");
    }
    for (const name of ["aria-label", "placeholder", "title", "alt", "aria-description", "data-tooltip"])
      for (const element of document.querySelectorAll(`[${name}]`))
        if (!isLeftOut(element)) pieces.push(element.getAttribute(name) ?? "");
    return pieces.map((piece) => piece.trim()).filter(Boolean);
  });
}

async function expectGerman(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.locator(".animate-shimmer:visible")).toHaveCount(0);
  const english = (await piecesOf(page)).filter((piece) => ENGLISH.test(piece));
  expect.soft(english, path).toEqual([]);
}

test.use({ locale: "de-DE" });
test.beforeEach(({ page }) => followSystemTheme(page));

test("a browser that asks for German gets German everywhere", async ({ page }) => {
  test.setTimeout(240_000);
  for (const path of PUBLIC) await expectGerman(page, path);
  await page.goto("/");
  await shoot(page, "landing-german");
});

test("a person chooses a language; the studio and administration speak it", async ({ page }) => {
  test.setTimeout(480_000);
  const { email } = await createAccount(page);
  const sql = stackDatabase();
  await sql`update users set role = 'admin' where email = ${email}`;
  await sql.end();
  await page.goto("/settings");
  await page.getByRole("radio", { name: /English/ }).check();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { name: "Settings", exact: true })).toBeVisible();
  await page.goto("/upload");
  await pickFiles(page, [join(process.cwd(), "tests/fixtures/music/house.mp3")]);
  await expectAnalyzed(page, "house.mp3");
  await page.goto("/library");
  const sample = await page.getByRole("link", { name: "house.mp3" }).first().getAttribute("href");

  await page.goto("/settings");
  await page.getByRole("radio", { name: /Deutsch/ }).check();
  await expect(page.getByRole("heading", { name: "Einstellungen", exact: true })).toBeVisible();
  for (const path of [...STUDIO, sample ?? "", ...ADMIN.map((name) => `/admin${name}`)]) await expectGerman(page, path);
  for (const [name, path] of [
    ["library-german", "/library"],
    ["sample-german", sample ?? ""],
    ["settings-german", "/settings"],
  ] as const) {
    await page.goto(path);
    await shoot(page, name);
  }
});
