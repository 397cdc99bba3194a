import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tone } from "@/tests/factories/sounds";
import { createAccount, register } from "./account";
import { expectNoAxeViolations } from "./axe";
import { expectAnalyzed, pickFiles, wavOf } from "./files";
import { expect, type Page, test } from "./test";

const rowOfSample = (page: Page, name: string) =>
  page.getByRole("grid", { name: "Samples" }).getByRole("row").filter({ hasText: name });

async function deleteSample(page: Page, name: string): Promise<void> {
  await page.getByRole("checkbox", { name: `Select ${name}` }).click();
  await page.getByRole("toolbar", { name: "Selected samples" }).getByRole("button", { name: "Delete" }).click();
}

/** Holds back the page's actions until `release` is called. */
async function holdActions(page: Page): Promise<{ release: () => void }> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/library*", async (route) => {
    if (route.request().method() === "POST") await released;
    await route.continue();
  });
  return { release };
}

test("a deleted sample disappears at once, comes back with Undo, and stays away without it", async ({ page }) => {
  await register(page);
  await pickFiles(page, [wavOf("keep me.wav", tone(300, 2)), wavOf("delete me.wav", tone(400, 2))]);
  for (const name of ["keep me.wav", "delete me.wav"]) await expectAnalyzed(page, name);
  await page.goto("/library");
  const row = rowOfSample(page, "delete me.wav");
  await expect(row).toBeVisible();

  const server = await holdActions(page);
  await deleteSample(page, "delete me.wav");
  await expect(row).toHaveCount(0);
  server.release();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row).toBeVisible();
  await expect(page.getByText("delete me.wav restored")).toBeVisible();
  await page.reload();
  await expect(row).toBeVisible();

  await deleteSample(page, "delete me.wav");
  await expect(page.getByText("delete me.wav deleted")).toBeVisible();
  await page.reload();
  await expect(rowOfSample(page, "keep me.wav")).toBeVisible();
  await expect(row).toHaveCount(0);
});

test("the trash gives a deleted sample back, and deletes it permanently on request", async ({ page }) => {
  await register(page);
  await pickFiles(page, [wavOf("keep me.wav", tone(300, 2)), wavOf("regret me.wav", tone(400, 2))]);
  for (const name of ["keep me.wav", "regret me.wav"]) await expectAnalyzed(page, name);
  await page.goto("/library");
  await deleteSample(page, "regret me.wav");
  await expect(page.getByText("In the trash for 10 minutes.")).toBeVisible();

  await page.getByRole("link", { name: "Trash" }).click();
  const deleted = page.getByRole("region", { name: "Deleted samples" });
  await expect(deleted.getByText(/deleted just now · 10 min left/)).toBeVisible();
  await expectNoAxeViolations(page);
  await deleted.getByRole("button", { name: "Restore regret me.wav" }).click();
  await expect(page.getByRole("heading", { name: "The trash is empty" })).toBeVisible();
  await page.getByRole("link", { name: "Back to the library" }).click();
  await expect(rowOfSample(page, "regret me.wav")).toBeVisible();

  await deleteSample(page, "regret me.wav");
  await page.getByRole("link", { name: "Trash" }).click();
  await deleted.getByRole("button", { name: "Delete regret me.wav permanently" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete permanently" }).click();
  await expect(page.getByRole("heading", { name: "The trash is empty" })).toBeVisible();
  await page.goto("/library");
  await expect(rowOfSample(page, "keep me.wav")).toBeVisible();
  await expect(rowOfSample(page, "regret me.wav")).toHaveCount(0);
});

test("a tag shows the samples that have it, and the way back from a sample leads to the same list", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await register(page);
  await pickFiles(page, join(process.cwd(), "tests/fixtures/music/drum loop.wav"));
  await pickFiles(page, wavOf("hum.wav", tone(60, 1)));
  for (const name of ["drum loop.wav", "hum.wav"]) await expectAnalyzed(page, name);
  await page.goto("/library");
  const loop = rowOfSample(page, "drum loop.wav");
  await expect(loop).toBeVisible();
  const tagsOf = (name: string) =>
    rowOfSample(page, name)
      .getByRole("button", { name: /^Show samples tagged/ })
      .allTextContents();
  const others = await tagsOf("hum.wav");
  const tag = (await tagsOf("drum loop.wav")).find((text) => !others.includes(text)) ?? "";
  await loop.getByRole("button", { name: `Show samples tagged ${tag}` }).click();
  await expect(rowOfSample(page, "hum.wav")).toHaveCount(0);
  const box = page.getByRole("combobox", { name: "Search" });
  await box.press("End");
  await box.pressSequentially(" drum");
  await expect(page).toHaveURL(/q=tag%3A.*drum/);

  await box.press("Escape");
  await loop.getByRole("link", { name: "drum loop.wav" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "drum loop.wav" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Library" }).click();
  await expect(page).toHaveURL(/q=tag%3A.*drum/);
  await expect(box).toHaveValue(/^tag:.*drum$/);
  await page.getByRole("button", { name: /^Remove the filter tag:/ }).click();
  await expect(box).toHaveValue("drum");
  await page.getByRole("button", { name: "Clear the search" }).click();
  await expect(rowOfSample(page, "hum.wav")).toBeVisible();
});

test("a file uploaded in another tab appears in the library and is analysed without a reload", async ({ page }) => {
  await createAccount(page);
  await page.goto("/library");
  await expect(page.getByRole("heading", { name: "Your library is empty" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Live" })).toBeVisible();
  const loads: string[] = [];
  page.on("request", (request) => request.isNavigationRequest() && loads.push(request.url()));

  const other = await page.context().newPage();
  await other.goto("/upload");
  await pickFiles(other, wavOf("from the other tab.wav", tone(500, 2)));
  await expectAnalyzed(other, "from the other tab.wav");
  await expect(rowOfSample(page, "from the other tab.wav").getByRole("button", { name: /^Play/ })).toBeEnabled({
    timeout: 120_000,
  });
  expect(loads).toEqual([]);
});

test("Space plays a sample, its values can be downloaded as JSON, and it says why it has no key", async ({ page }) => {
  await register(page);
  await pickFiles(page, join(process.cwd(), "tests/fixtures/music/drum loop.wav"));
  await expectAnalyzed(page, "drum loop.wav");
  await page.getByRole("listitem").getByRole("link", { name: "drum loop.wav" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "drum loop.wav" })).toBeVisible();

  const player = page.getByRole("region", { name: "Player" });
  const play = player.getByRole("button", { name: "Play", exact: true });
  const slider = player.getByRole("slider", { name: "Position" });
  const position = async () => Number(await slider.getAttribute("aria-valuenow"));
  await expect(play).toBeEnabled();
  await page.keyboard.press("Space");
  await expect(player.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
  await expect.poll(position).toBeGreaterThan(0.3);
  await page.keyboard.press("Space");
  await expect(play).toBeVisible();
  await slider.press("Home");
  await expect.poll(position).toBe(0);
  await slider.press("ArrowRight");
  await expect.poll(position).toBeGreaterThan(0);

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Download values (JSON)" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("drum loop.wav.analysis.json");
  const features = JSON.parse(readFileSync(await download.path(), "utf8")) as { analyserVersion?: string };
  expect(features.analyserVersion).toMatch(/^\d+\.\d+/);

  const absent = page.getByRole("region", { name: "Not applicable" });
  await expect(absent).toContainText(/Key.*sounds like drums, noise or speech/);
});

test("in a narrow window, rows lose their columns and every row is complete", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await register(page);
  const names = [300, 400, 500, 600].map((hz) => `tone of ${hz} hertz.wav`);
  await pickFiles(
    page,
    names.map((name, index) => wavOf(name, tone(300 + index * 100))),
  );
  for (const name of names) await expectAnalyzed(page, name);
  await page.goto("/library");
  for (const name of names) await expect(rowOfSample(page, name)).toBeVisible();
  /** How far anything in a row extends beyond it, in pixels. Tags for which there is no room are hidden. */
  const cut = () =>
    page.getByRole("grid", { name: "Samples" }).evaluate((grid) => {
      const rows = [...grid.querySelectorAll("[data-index]")];
      const over = rows.flatMap((row) => {
        const { bottom, right } = row.getBoundingClientRect();
        return Array.from(row.querySelectorAll("a, button:not([data-act='tag']), canvas"), (part) => {
          const box = part.getBoundingClientRect();
          return Math.max(box.bottom - bottom, box.right - right);
        });
      });
      return Math.max(0, ...over.map(Math.round));
    });
  await expect.poll(cut).toBe(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole("columnheader")).toHaveCount(0);
  for (const name of names) await expect(rowOfSample(page, name)).toBeVisible();
  await expect.poll(cut).toBe(0);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByRole("columnheader", { name: "BPM" })).toBeVisible();
  await expect.poll(cut).toBe(0);
});
