import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoSounds } from "@/db/seed/demo-sounds";
import config from "@/playwright.config";
import { register } from "./account";
import { expectNoAxeViolations } from "./axe";
import { expectAnalyzed, pickFiles, wavOf } from "./files";
import { expect, type Page, test } from "./test";

const [drums, arpeggio, bass] = ["House drums 124.wav", "Arpeggio Cm 110.wav", "Acid bass Am 128.wav"] as const;

const bytesOf = (name: string) => demoSounds.find(({ fileName }) => fileName === name)?.render() ?? new Uint8Array();

/** What the browser's microphone hears, again and again. */
const heard = join(mkdtempSync(join(tmpdir(), "samplemind-heard-")), "heard.wav");
writeFileSync(heard, bytesOf(drums));

test.use({
  permissions: ["microphone"],
  launchOptions: {
    ...config.use?.launchOptions,
    args: [
      ...(config.use?.launchOptions?.args ?? []),
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-audio-capture=${heard}`,
    ],
  },
});

const box = (page: Page) => page.getByRole("combobox", { name: "Search" });
const results = (page: Page) =>
  page.getByRole("list", { name: "Results" }).getByRole("link", { name: /^(?!Sounds like|Not like).*\.wav$/ });
const chips = (page: Page) => page.getByRole("list", { name: "Filters" }).getByRole("button");

test("sounds are found by words and filters, by a sample, and by the microphone", async ({ page }) => {
  test.slow();
  await register(page);
  await page.goto("/search");
  await expect(page.getByRole("heading", { name: "There is nothing to search yet" })).toBeVisible();
  await page.getByRole("link", { name: "Upload audio" }).click();
  const names = [drums, arpeggio, bass];
  await pickFiles(
    page,
    names.map((name) => wavOf(name, bytesOf(name))),
  );
  for (const name of names) await expectAnalyzed(page, name);
  await expect(async () => {
    await page.goto("/search?sort=name");
    await expect(results(page)).toHaveText([bass, arpeggio, drums]);
  }).toPass();

  await test.step("a search is typed with the help of suggestions, by keyboard alone", async () => {
    await page.goto("/search");
    await expect(results(page)).toHaveCount(3);
    await page.keyboard.press("/");
    await expect(box(page)).toBeFocused();
    await page.keyboard.type("arpeggio ty");
    await expect(page.getByRole("option", { name: "type:" })).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(box(page)).toHaveValue("arpeggio type:");
    await page.keyboard.type("l");
    await expect(page.getByRole("option", { name: /loop.*3/ })).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await expect(box(page)).toHaveValue("arpeggio type:loop ");
    await expect(box(page)).toBeFocused();
    await page.keyboard.type("~key:5A bpm:105-115");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/q=arpeggio\+type%3Aloop\+%7Ekey%3A5A\+bpm%3A105-115/);
    await expect(results(page)).toHaveText([arpeggio]);
    await expect(chips(page)).toHaveCount(3);
    await expect(page.getByText(/“arpeggio” in its name/)).toBeVisible();
    await expectNoAxeViolations(page);
  });

  await test.step("a chip is removed by Backspace, and comes back with Back", async () => {
    await page.goto(`/search?q=${encodeURIComponent("type:loop bpm:105-115")}&sort=name`);
    await expect(results(page)).toHaveText([arpeggio]);
    await chips(page).last().focus();
    await page.keyboard.press("Backspace");
    await expect(results(page)).toHaveText([bass, arpeggio, drums]);
    await expect(box(page)).toHaveValue("type:loop");
    await page.goBack();
    await expect(results(page)).toHaveText([arpeggio]);
    await expect(box(page)).toHaveValue("type:loop bpm:105-115");
  });

  await test.step("the filter that leaves nothing is named, and what is not understood is pointed at", async () => {
    await box(page).fill("arpeggio key:1A");
    await page.keyboard.press("Enter");
    await expect(page.getByText("No sample matches key:1A.")).toBeVisible();
    await page.getByRole("button", { name: "Search without key:1A" }).click();
    await expect(results(page)).toHaveText([arpeggio]);
    await box(page).fill("bmp:120 drums");
    await page.keyboard.press("Enter");
    await expect(page.getByText('There is no filter "bmp:". Did you mean "bpm:"?')).toBeVisible();
    await expect(box(page)).toHaveAccessibleDescription(/Did you mean "bpm:"/);
  });

  await test.step("a sample's page leads to what sounds like it, and its new tag is searched", async () => {
    await page.goto("/search?q=arpeggio");
    await results(page).first().click();
    const like = page.getByRole("region", { name: "Sounds like this" });
    await expect(like.getByRole("link", { name: /\.wav$/ })).toHaveCount(2);
    await expect(page.getByRole("region", { name: "Fits with this" })).toBeVisible();
    await page.getByRole("button", { name: "Edit tags" }).click();
    await page.getByRole("textbox", { name: "New tag" }).fill("Sunday Sketch");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Take off the tag sunday sketch" })).toBeVisible();
    await like.getByRole("link", { name: "All that sound like this" }).click();
    await expect(page.getByRole("button", { name: `Sounds like ${arpeggio}: take away` })).toBeVisible();
    await expect(results(page)).toHaveCount(2);
    await expect(page.getByText("Timbre", { exact: true }).first()).toBeVisible();
    await page.getByRole("link", { name: `Not like this: ${bass}` }).click();
    await expect(results(page)).toHaveText([drums]);
    await page.getByRole("button", { name: `Not like ${bass}: take away` }).click();
    await expect(results(page)).toHaveCount(2);
    await expect(async () => {
      await page.goto(`/search?q=${encodeURIComponent('tag:"sunday sketch"')}`);
      await expect(results(page)).toHaveText([arpeggio]);
    }).toPass();
  });

  await test.step("values are corrected on the workbench, and the words, numbers and tags of a query meet", async () => {
    await page.goto("/search?q=drums");
    await results(page).first().click();
    await page.getByRole("button", { name: "Edit tags" }).click();
    await page.getByRole("textbox", { name: "New tag" }).fill("kick");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Take off the tag kick" })).toBeVisible();
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Correct values" }).click();
    await expect(page.getByRole("heading", { name: "Workbench" })).toBeVisible();
    await expect(page.getByText("124.0", { exact: true }).first()).toBeVisible();
    // The page listens to keys a moment after it is drawn.
    await expect(async () => {
      if (await page.getByText("0 answered").isVisible()) await page.keyboard.press("Enter");
      await expect(page.getByRole("button", { name: "Minor" })).toBeVisible({ timeout: 2000 });
    }).toPass();
    await page.keyboard.press("0");
    await page.keyboard.press("h");
    if (await page.getByText("A major").first().isVisible()) await page.keyboard.press("x");
    await expect(page.getByText("A minor").first()).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: /One-shot/ })).toBeVisible();
    await page.keyboard.press("2");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/samples\//);
    await expect(page.getByText(/corrected to A minor by you/)).toBeVisible();
    await expect(async () => {
      await page.goto("/search");
      await box(page).fill("~key:8A bpm:120-126 type:loop kick");
      await page.keyboard.press("Enter");
      await expect(results(page)).toHaveText([drums]);
    }).toPass();
    await expect(chips(page)).toHaveCount(3);
  });

  await test.step("the part that loops is searched with", async () => {
    await page.goto("/search?q=bass");
    await results(page).first().click();
    await expect(page.getByRole("button", { name: "Loop (R)" })).toBeEnabled();
    await expect(page.getByRole("button", { name: "Search with this part" })).toBeHidden();
    await page.keyboard.press("r");
    await page.getByRole("button", { name: "Search with this part" }).click();
    await expect(page).toHaveURL(/sound=/, { timeout: 30_000 });
    await expect(results(page).first()).toHaveText(bass);
  });

  await test.step("what the microphone hears comes first", async () => {
    await page.goto("/search");
    await page.getByRole("button", { name: "Search by sound" }).click();
    await page.getByRole("button", { name: "Record" }).click();
    await expect(page.getByText("5 of 12 s")).toBeVisible();
    await page.getByRole("button", { name: "Stop and search" }).click();
    await expect(page).toHaveURL(/sound=/, { timeout: 30_000 });
    await expect(results(page).first()).toHaveText(drums);
    await expectNoAxeViolations(page);
  });
});
