import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createAccount } from "./account";
import { expectNoAxeViolations } from "./axe";
import { expectAnalyzed, pickFiles, rowOfUpload } from "./files";
import { countGpuObjects, gpuObjects } from "./gpu-objects";
import { stackDatabase } from "./running-stack";
import { expectPainted, followSystemTheme } from "./shoot";
import { expect, type Locator, type Page, test } from "./test";

// A software renderer, as the graphics processor of a test machine is not there.
// What moves is what is tested here.
test.use({
  contextOptions: { reducedMotion: "no-preference" },
  launchOptions: {
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"],
  },
});

const music = join(process.cwd(), "tests/fixtures/music");
const WIDTHS = [1440, 390] as const;
const THEMES = ["dark", "light"] as const;
/** Few pixels are soon drawn. */
const SMALL = { width: 480, height: 360 };
const FILM_SECONDS = 10;
const SETTLING_MS = 4000;
const AT_MOST_OFF_SECONDS = 0.025;
/** For somebody who wants to look at them. */
const pictures = process.env.E2E_PICTURES ? join(process.cwd(), "screenshots") : null;

const canvas = (page: Page) => page.locator("[data-picture] canvas");
const bar = (page: Page, name: string) => page.getByRole("button", { name });

async function uploaded(page: Page, name: string): Promise<string> {
  await pickFiles(page, join(music, name));
  await expectAnalyzed(page, name);
  return ((await rowOfUpload(page, name).getByRole("link").getAttribute("href")) ?? "").replace("/samples/", "");
}

/** Waits until what is drawn differs from what was drawn. */
async function expectMoving(picture: Locator): Promise<void> {
  const box = await picture.boundingBox();
  const [width, height] = [box?.width ?? 0, box?.height ?? 0];
  // The middle says it, and is quickly taken.
  const clip = { x: width / 4, y: height / 4, width: width / 2, height: height / 2 };
  const before = await picture.page().screenshot({ clip });
  await expect.poll(async () => (await picture.page().screenshot({ clip })).equals(before)).toBe(false);
}

async function playFromStart(page: Page): Promise<void> {
  // A sound that plays may have come to its end between two of these.
  await expect(async () => {
    await page.getByRole("slider", { name: "Position" }).press("Home");
    if (await bar(page, "Play").isVisible()) await page.keyboard.press("Space");
    await expect(bar(page, "Pause")).toBeVisible({ timeout: 3000 });
  }).toPass();
}

/** Where beats were shown for so long, and the beats of the analysis. */
async function watchBeats(page: Page, id: string, seconds: number) {
  const seen = await page.evaluate(async (lastsMs) => {
    // Pages that were left are kept for a while.
    const roots = [...document.querySelectorAll<HTMLElement>("[data-visualizer]")];
    const root = roots.find((one) => one.checkVisibility());
    const shown: string[] = [];
    const observer = new MutationObserver(() => shown.push(root?.dataset.beat ?? ""));
    if (root) observer.observe(root, { attributeFilter: ["data-beat"] });
    await new Promise((resolve) => setTimeout(resolve, lastsMs));
    observer.disconnect();
    return shown;
  }, seconds * 1000);
  const answer = await page.request.get(`/api/v1/samples/${id}`);
  const { data } = (await answer.json()) as { data: { record: { beats: number[] } } };
  return seen.map((text) => {
    const [index = -1, at = 0] = text.split("@").map(Number);
    return { index, offSeconds: Math.abs(at - (data.record.beats[index] ?? 99)) };
  });
}

/**
 * Shows a scene in this width and every theme. Pictures stand still here, which is quickly drawn. What lies over the
 * scenes is the same over each: after the first, one theme is enough where nobody looks at pictures.
 */
async function expectFit(page: Page, index: number, width: number): Promise<void> {
  await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
  const themes = index === 0 || pictures ? THEMES : [THEMES[index % THEMES.length] ?? THEMES[0]];
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    await expectPainted(page, theme);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await expectNoAxeViolations(page, index === 0 && theme === THEMES[0] ? "all" : "colours");
    if (!pictures) continue;
    await playFromStart(page);
    await page.waitForTimeout(5000);
    await page.screenshot({ path: join(pictures, `visualizer-${index + 1}-${theme}-${width}.png`) });
    if (await bar(page, "Pause").isVisible()) await page.keyboard.press("Space");
  }
  await page.emulateMedia({ colorScheme: THEMES[0] });
}

/** Leaves a film of a scene in the folder of pictures. */
async function film(page: Page, index: number, folder: string): Promise<void> {
  await page.setViewportSize({ width: 960, height: 540 });
  await playFromStart(page);
  await page.keyboard.press("v");
  await page.waitForTimeout(FILM_SECONDS * 1000);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("v")]);
  await download.saveAs(join(folder, `visualizer-${index + 1}.webm`));
  if (await bar(page, "Pause").isVisible()) await page.keyboard.press("Space");
}

/** Shows all scenes, one after the other. */
async function showEach(page: Page, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await page.keyboard.press(String(index + 1));
    await expect(canvas(page)).toHaveCSS("opacity", "1");
    // Two frames later it has been drawn.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
}

// Without a graphics card each frame is drawn by the processor, beside the other tests.
test.describe.configure({ timeout: 600_000 });

test("a sound is seen: every scene, over any page, on the beat, and again after the graphics processor was lost", async ({
  page,
}) => {
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  await followSystemTheme(page);
  await countGpuObjects(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await createAccount(page);
  await page.goto("/upload");
  const id = await uploaded(page, "house.mp3");

  await test.step("it is opened from the sample's page, at an address that says what is shown", async () => {
    await page.goto(`/samples/${id}`);
    await page.getByRole("link", { name: "Visualize" }).click();
    await expect(page).toHaveURL(new RegExp(`/visualizer/${id}`));
    await expect(page.getByRole("heading", { level: 1, name: "house.mp3" })).toBeVisible();
    await expect(canvas(page)).toBeVisible();
    await expect(page.getByRole("navigation")).toHaveCount(0);
  });

  const menu = bar(page, "Scene: ");
  await menu.click();
  await expect(page.getByRole("menuitemradio").nth(1)).toBeVisible();
  const scenes = await page.getByRole("menuitemradio").allInnerTexts();
  expect(scenes.length).toBeGreaterThan(1);
  for (const text of scenes) expect(text.split("\n").length, "a title and a note").toBeGreaterThan(1);
  await page.keyboard.press("Escape");
  await bar(page, "Caption (C)").click();
  await expect(page.locator("[data-caption]")).toContainText(/loud|quiet|silent/);

  for (const index of scenes.keys()) {
    await test.step(`scene ${index + 1} moves, and fits each theme and width`, async () => {
      await page.setViewportSize(SMALL);
      await page.keyboard.press(String(index + 1));
      await playFromStart(page);
      await expectMoving(canvas(page));
      await page.keyboard.press("Space");
      await expect(bar(page, "Play")).toBeVisible();
      for (const width of WIDTHS) await expectFit(page, index, width);
      if (pictures) await film(page, index, pictures);
    });
  }
  await expect(page).toHaveURL(/scene=[a-z-]+&seed=\d+/);

  await test.step("it opens over any page, in the same canvas, and that page is then as it was", async () => {
    await page.setViewportSize(SMALL);
    await canvas(page).evaluate((element) => element.setAttribute("data-same", ""));
    await page.getByRole("link", { name: "Back to the sample" }).click();
    await page.getByRole("link", { name: "Library" }).last().click();
    await expect(page.getByRole("heading", { level: 1, name: "Library" })).toBeVisible();
    const button = bar(page, "Visualize (V)");
    await button.focus();
    const scrolled = await page.evaluate(() => {
      window.scrollTo(0, 40);
      return window.scrollY;
    });
    await page.keyboard.press("Enter");
    const overlay = page.getByRole("main", { name: "Visualizer" });
    await expect(overlay.getByRole("heading", { level: 1 })).toHaveText("house.mp3");
    await expect(page.locator("[data-picture] canvas[data-same]")).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(overlay.locator(":focus")).toHaveCount(1);
    await expectNoAxeViolations(page);
    // Once each, so that what they have in common is there.
    await showEach(page, scenes.length);
    await page.keyboard.press("Escape");
    await expect(button).toBeFocused();
    expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
    await expect(canvas(page)).toBeHidden();
    // A scene is put away a moment after it is out of sight.
    await expect.poll(async () => (await gpuObjects(page)).programs).toBe(0);
    const before = await gpuObjects(page);
    await page.keyboard.press("v");
    await showEach(page, scenes.length);
    await page.keyboard.press("Escape");
    await expect(canvas(page)).toBeHidden();
    await expect.poll(() => gpuObjects(page), "scenes leave nothing behind").toEqual(before);
    expect(before.contexts).toBe(1);
    await page.keyboard.press("v");
    await page.getByRole("link", { name: "A page of its own" }).click();
    await expect(page).toHaveURL(new RegExp(`/visualizer/${id}`));
    await expect(page.locator("[data-picture] canvas[data-same]")).toBeVisible();
    await expect(overlay).toHaveCount(0);
  });

  await test.step("beats are shown when they are heard", async () => {
    await page.keyboard.press("2");
    await playFromStart(page);
    // So long the picture may take to find out what this machine can draw.
    await page.waitForTimeout(SETTLING_MS);
    await playFromStart(page);
    // A busy machine draws some frames late. Most are on time, at least for four seconds.
    await expect(async () => {
      const beats = (await watchBeats(page, id, 4)).slice(1);
      expect(beats.length).toBeGreaterThan(4);
      const off = beats.map(({ offSeconds }) => offSeconds).sort((one, other) => one - other);
      expect(off[Math.floor(off.length / 2)], JSON.stringify(beats)).toBeLessThanOrEqual(AT_MOST_OFF_SECONDS);
    }).toPass({ timeout: 90_000 });
  });

  await test.step("the picture is saved, and a film of it with its sound", async () => {
    const saved = async (key: string) => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press(key)]);
      return readFileSync(await download.path());
    };
    expect((await saved("p")).length).toBeGreaterThan(5000);
    await playFromStart(page);
    await page.keyboard.press("v");
    await expect(bar(page, "Stop recording (V)")).toBeVisible();
    await expect
      .poll(async () => Number(await page.getByRole("slider", { name: "Position" }).inputValue()))
      .toBeGreaterThan(1.5);
    const film = await saved("v");
    expect(film.includes("A_OPUS")).toBe(true);
    expect(film.length).toBeGreaterThan(10_000);
    await expect(page.getByText("The film has no sound")).toHaveCount(0);
  });

  await test.step("the controls hide, and come back for whoever reaches them with the keyboard", async () => {
    const fading = page
      .locator("[data-visualizer] .transition-opacity:visible")
      .filter({ has: bar(page, "Full screen (F)") });
    await page.keyboard.press("h");
    await expect(fading).toHaveCSS("opacity", "0");
    await page.keyboard.press("Tab");
    await page.keyboard.press("h");
    await expect(fading).toHaveCSS("opacity", "1");
  });

  await test.step("the graphics processor is lost and comes back: the scene is made anew", async () => {
    await playFromStart(page);
    await canvas(page).evaluate((element: HTMLCanvasElement) => {
      const extension = element.getContext("webgl2")?.getExtension("WEBGL_lose_context");
      extension?.loseContext();
      setTimeout(() => extension?.restoreContext(), 300);
    });
    await page.waitForTimeout(600);
    await expectMoving(canvas(page));
  });
  expect(errors.filter((text) => !/context lost/i.test(text))).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  await expectPainted(page, "light");
  await expectNoAxeViolations(page, "colours");

  await test.step("without WebGL the flat picture is drawn, and the page says so", async () => {
    await page.addInitScript(() => {
      const { getContext } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: [string]) {
        return args[0].startsWith("webgl") ? null : getContext.apply(this, args);
      } as typeof getContext;
    });
    await page.goto(`/visualizer/${id}?scene=rhythm-wheel&seed=7`);
    await expect(page.getByText("this is the flat picture")).toBeVisible();
    await expect(page.locator("canvas[data-flat]")).toBeVisible();
    await page.keyboard.press("Space");
    await expectMoving(page.locator("canvas[data-flat]"));
    await expectNoAxeViolations(page);
  });

  await test.step("an unknown sample is not found, and who has no visualizer sees no button", async () => {
    await page.goto("/visualizer/01900000-0000-7000-8000-000000000000");
    await expect(page.getByText("Sample not found")).toBeVisible();
    const database = stackDatabase();
    await database`insert into feature_flag_overrides (flag, user_id, enabled)
      select 'visualizer', owner_id, false from samples where id = ${id}`;
    await database`notify feature_flags`;
    await database.end();
    await expect(async () => {
      await page.goto(`/visualizer/${id}`);
      await expect(page.getByText("The visualizer is turned off")).toBeVisible({ timeout: 1000 });
    }).toPass();
    await page.getByRole("link", { name: "Open the sample" }).click();
    await expect(page.getByRole("link", { name: "Library" }).first()).toBeVisible();
    await expect(page.getByRole("link", { name: "Visualize" })).toHaveCount(0);
  });
});
