import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tone } from "@/tests/factories/sounds";
import { createAccount } from "./account";
import { dropPaths } from "./drop";
import { expect, test } from "./test";

/** A folder with these files. */
function folderOf(name: string, files: Record<string, Uint8Array | string>): string {
  const folder = join(mkdtempSync(join(tmpdir(), "drops-")), name);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

test("a folder dropped on the library is uploaded from there, and what macOS left in it is left out", async ({
  page,
}) => {
  await createAccount(page);
  await page.goto("/library");
  await expect(page.getByRole("heading", { name: "Your library is empty" })).toBeVisible();
  const begun: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/v1/uploads")) {
      begun.push((request.postDataJSON() as { fileName: string }).fileName);
    }
  });
  const folder = folderOf("kit", {
    "kick.wav": tone(90),
    "snare.wave": tone(210),
    "._kick.wav": "\0\x05\x16\x07",
    ".DS_Store": "\0\0\0\x01Bud1",
    "__MACOSX/._kick.wav": "\0\x05\x16\x07",
  });
  await dropPaths(page, [folder]);
  const grid = page.getByRole("grid", { name: "Samples" });
  await expect(grid.getByRole("row").filter({ hasText: "kick.wav" })).toBeVisible();
  await expect(page).toHaveURL(/\/library$/);

  await page.getByRole("button", { name: "Show uploads" }).click();
  await expect(page).toHaveURL(/\/upload$/);
  for (const name of ["kick.wav", "snare.wave"]) {
    const row = page.getByRole("listitem").filter({ has: page.getByRole("link", { name, exact: true }) });
    await expect(row.getByText("Analysed:")).toBeAttached({ timeout: 120_000 });
  }
  const leftOut = page.getByRole("region", { name: "Left out" });
  await expect(leftOut).toContainText("3 files were left out.");
  for (const path of ["kit/._kick.wav", "kit/.DS_Store", "kit/__MACOSX/._kick.wav"]) {
    await expect(leftOut.getByText(`${path}: left by the operating system`)).toBeVisible();
  }
  expect(begun.toSorted()).toEqual(["kick.wav", "snare.wave"]);
});

test("five hundred files can be dropped at once, and the page still answers", async ({ page }) => {
  await createAccount(page);
  // No upload begins, so that the quota and five hundred analyses play no part.
  await page.route(/\/api\/v1\/uploads$/, () => {});
  await page.goto("/dashboard");
  const header = tone(100, 0.05);
  const files = Array.from({ length: 500 }, (_, index) => {
    const bytes = Uint8Array.from(header);
    new DataView(bytes.buffer).setUint32(bytes.length - 4, index);
    return [`one shot ${index}.wav`, bytes];
  });
  await dropPaths(page, [folderOf("five hundred", Object.fromEntries(files))]);
  // The longest time in which the page could not draw, while files are found, read and sent.
  const longestMs = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let [longest, last] = [0, performance.now()];
        const until = last + 4000;
        const step = (nowMs: number) => {
          longest = Math.max(longest, nowMs - last);
          last = nowMs;
          if (nowMs < until) requestAnimationFrame(step);
          else resolve(longest);
        };
        requestAnimationFrame(step);
      }),
  );
  await page.getByRole("navigation").first().getByRole("link", { name: "Upload" }).click();
  const first = page.getByRole("list", { name: "Files" }).getByRole("listitem").first();
  await expect(first).toHaveAttribute("aria-setsize", "500");
  test.info().annotations.push({ type: "longest frame", description: `${Math.round(await longestMs)} ms` });
  // A page that hangs is found on a slow machine too.
  expect(await longestMs).toBeLessThan(10_000);
  await page.getByRole("button", { name: "Cancel all" }).click();
  await expect(page.getByText("500 cancelled")).toBeVisible();
});
