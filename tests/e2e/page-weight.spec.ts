import { gzipSync } from "node:zlib";
import { tone } from "@/tests/factories/sounds";
import { createAccount } from "./account";
import { expectAnalyzed, pickFiles, rowOfUpload, wavOf } from "./files";
import { type Browser, expect, test } from "./test";

/** The most gzipped JavaScript a first visit may load, in kB. Raise it only for something that people see. */
const OPEN_PAGES_KB = 158;
const STUDIO_KB = 250;
const FONTS_KB = 60;

interface Weight {
  path: string;
  scriptKb: number;
  fontKb: number;
}

type State = Awaited<ReturnType<ReturnType<Browser["contexts"]>[number]["storageState"]>>;

/** Opens a page in a browser that has nothing stored, and waits until it asks for nothing more. */
async function weigh(browser: Browser, path: string, storageState?: State): Promise<Weight> {
  const context = await browser.newContext(storageState ? { storageState } : {});
  const page = await context.newPage();
  const loaded: Promise<{ isScript: boolean; bytes: number }>[] = [];
  page.on("response", (response) => {
    const isScript = /\.js$/.test(new URL(response.url()).pathname);
    if (!isScript && !/\.woff2$/.test(response.url())) return;
    loaded.push(response.body().then((body) => ({ isScript, bytes: isScript ? gzipSync(body).length : body.length })));
  });
  await page.goto(path);
  await page.waitForLoadState("load");
  let count = -1;
  // What is fetched in advance comes after the page itself.
  await expect
    .poll(
      () => {
        const isQuiet = count === loaded.length;
        count = loaded.length;
        return isQuiet;
      },
      { intervals: [500] },
    )
    .toBe(true);
  const files = await Promise.all(loaded);
  await context.close();
  const sum = (isScript: boolean) =>
    files.filter((file) => file.isScript === isScript).reduce((kb, { bytes }) => kb + bytes / 1000, 0);
  return { path, scriptKb: Math.round(sum(true)), fontKb: Math.round(sum(false)) };
}

test("a first visit loads little: no page brings code that it does not show", async ({ page, browser }) => {
  await createAccount(page);
  await page.goto("/upload");
  await pickFiles(page, wavOf("light.wav", tone(300)));
  await expectAnalyzed(page, "light.wav");
  const sample = (await rowOfUpload(page, "light.wav").getByRole("link").getAttribute("href")) ?? "";
  const state = await page.context().storageState();

  const open: Weight[] = [];
  for (const path of ["/", "/gallery", "/sign-in", "/register", "/forgot"]) open.push(await weigh(browser, path));
  const studio: Weight[] = [];
  for (const path of [
    "/dashboard",
    "/library",
    "/search",
    sample,
    "/upload",
    "/imports",
    "/trash",
    "/settings",
    "/settings/api-keys",
  ]) {
    studio.push(await weigh(browser, path, state));
  }
  const all = [...open, ...studio];
  const text = all.map(({ path, scriptKb, fontKb }) => `${path}: ${scriptKb} kB of scripts, ${fontKb} kB of fonts`);
  test.info().annotations.push({ type: "weights", description: text.join("\n") });
  expect(open.filter(({ scriptKb }) => scriptKb > OPEN_PAGES_KB)).toEqual([]);
  expect(studio.filter(({ scriptKb }) => scriptKb > STUDIO_KB)).toEqual([]);
  expect(all.filter(({ fontKb }) => fontKb > FONTS_KB)).toEqual([]);
  // A page without its scripts and fonts would be light as well.
  for (const { scriptKb, fontKb } of all) expect(Math.min(scriptKb / 100, fontKb / 20)).toBeGreaterThan(1);
});

test("menus open by keyboard although their code comes late", async ({ page }) => {
  await page.goto("/");
  const theme = page.getByRole("button", { name: "Theme" });
  await expect(async () => {
    await theme.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitemradio", { name: "Neon night" })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitemradio").and(page.locator(":focus"))).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menuitemradio")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Theme" })).toBeFocused();
});
