import { copyFileSync, mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { registerWithForm } from "./account";
import { dropPaths } from "./drop";
import { expect, test } from "./test";

interface Label {
  file: string;
  bpm: number;
  tonic: number | null;
}

const music = join(process.cwd(), "tests/fixtures/music");
const labels = JSON.parse(readFileSync(join(music, "labels.json"), "utf8")) as Label[];

test("a new person drops a folder of ten files and sees each one analysed within a minute", async ({ page }) => {
  const chosen = labels.slice(0, 10);
  expect(new Set(chosen.map(({ file }) => file.split(".").pop())).size).toBeGreaterThanOrEqual(5);
  const folder = join(mkdtempSync(join(tmpdir(), "journey-")), "my songs");
  mkdirSync(folder);
  for (const { file } of chosen) copyFileSync(join(music, file), join(folder, file));

  await registerWithForm(page);
  const droppedMs = Date.now();
  await dropPaths(page, [folder]);
  for (const { file } of chosen) {
    const row = page.getByRole("listitem").filter({ hasText: file });
    await expect(row.getByText("Analysed:")).toBeAttached({ timeout: 120_000 });
  }
  expect(Date.now() - droppedMs).toBeLessThan(60_000);

  await page.getByRole("navigation").first().getByRole("link", { name: "Library" }).click();
  await expect(page).toHaveURL(/\/library/);
  for (const { file } of chosen) await expect(page.getByText(file, { exact: true }).first()).toBeVisible();

  const right = await page.evaluate(async () => {
    const rows = document.querySelectorAll("a[href^='/samples/']");
    const ids = [...new Set(Array.from(rows, (row) => row.getAttribute("href")?.split("/").pop() ?? ""))];
    const response = await fetch(`/api/v1/samples?ids=${ids.join(",")}`);
    return ((await response.json()) as { data: { fileName: string; bpm: number | null; keyTonic: number | null }[] })
      .data;
  });
  expect(right).toHaveLength(chosen.length);
  // A listener might also hear half or double the tempo. Any other tempo is wrong.
  const inTempo = chosen.filter(({ file, bpm }) => {
    const found = right.find((row) => row.fileName === file)?.bpm ?? 0;
    return [0.5, 1, 2].some((factor) => Math.abs(found / (bpm * factor) - 1) < 0.04);
  });
  expect(inTempo.length).toBeGreaterThanOrEqual(9);
});
