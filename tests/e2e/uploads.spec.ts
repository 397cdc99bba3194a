import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SINGLE_PUT_MAX_BYTES } from "@/lib/uploads/constants";
import { tone } from "@/tests/factories/sounds";
import { wavFile } from "@/tests/fixtures/wav-file";
import { register } from "./account";
import { expectAnalyzed, pickFiles, rowOfUpload, wavOf } from "./files";
import { expect, type Request, test } from "./test";

const isPut = (request: Request) => request.method() === "PUT";
const partOf = (request: Request) => Number(new URL(request.url()).searchParams.get("partNumber"));

/** A studio recording of three parts: 24 bit, 96 kHz, stereo. */
function longRecording(name: string): string {
  const sampleRateHz = 96_000;
  const bytes = wavFile({ format: "s24", sampleRateHz, frames: 36 * sampleRateHz });
  expect(bytes.length).toBeGreaterThan(SINGLE_PUT_MAX_BYTES);
  const path = join(mkdtempSync(join(tmpdir(), "uploads-")), name);
  writeFileSync(path, bytes);
  return path;
}

test("a long file continues after a refresh and sends only the missing parts", async ({ page }) => {
  const name = "long recording.wav";
  const path = longRecording(name);
  await register(page);
  page.on("dialog", (dialog) => dialog.accept());
  const begun: number[] = [];
  page.on("request", (request) => isPut(request) && begun.push(partOf(request)));

  // The first part arrives. The others are still on their way when the page is closed.
  let isHeld = true;
  await page.route("**", (route) => {
    const request = route.request();
    return isHeld && isPut(request) && partOf(request) > 1 ? undefined : route.continue();
  });
  const firstArrived = page.waitForEvent("requestfinished", (request) => isPut(request) && partOf(request) === 1);
  await pickFiles(page, path);
  await firstArrived;
  await expect.poll(() => begun.toSorted()).toEqual([1, 2, 3]);
  await expect(rowOfUpload(page, name).getByText("Uploading")).toBeVisible();
  await page.reload();

  const interrupted = page.getByRole("region", { name: "Interrupted uploads" });
  await expect(interrupted).toContainText("Choose the file again to continue: 40%");
  isHeld = false;
  begun.length = 0;
  const chooser = page.waitForEvent("filechooser");
  await interrupted.getByRole("button", { name: "Continue" }).click();
  await (await chooser).setFiles(path);
  await expectAnalyzed(page, name);
  await expect(interrupted).toHaveCount(0);
  expect(begun.toSorted()).toEqual([2, 3]);
});

test("a file that the library already has is not sent again", async ({ page }) => {
  const bytes = tone(440, 2);
  await register(page);
  await pickFiles(page, wavOf("first name.wav", bytes));
  await expectAnalyzed(page, "first name.wav");

  // A new page does not know what the last one sent.
  await page.reload();
  const puts: string[] = [];
  page.on("request", (request) => isPut(request) && puts.push(request.url()));
  await pickFiles(page, wavOf("second name.wav", bytes));
  const row = rowOfUpload(page, "second name.wav");
  await expect(row.getByRole("link", { name: "Already in your library" })).toBeVisible();
  await expect(row).toContainText("as first name.wav");
  expect(puts).toEqual([]);

  await pickFiles(page, wavOf("something new.wav", tone(550, 2)));
  await expectAnalyzed(page, "something new.wav");
  expect(puts).toHaveLength(1);
});

test("a text file with the name of a WAV file fails with an explanation, and other files do not", async ({ page }) => {
  await register(page);
  const text = readFileSync(join(process.cwd(), "README.md"));
  await pickFiles(page, [wavOf("shopping list.wav", text), wavOf("a real sound.wav", tone(330, 2))]);
  const sentence = rowOfUpload(page, "shopping list.wav").getByText("This file contains no audio.");
  await expect(sentence).toBeVisible({ timeout: 120_000 });
  await expectAnalyzed(page, "a real sound.wav");
});

test("a file cancelled during its upload never reaches the library, while another one does", async ({ page }) => {
  await register(page);
  const name = "changed my mind.wav";
  let held: string | undefined;
  await page.route("**", (route) => {
    const request = route.request();
    if (!isPut(request)) return route.continue();
    held ??= request.url();
    return request.url() === held ? undefined : route.continue();
  });
  const sending = page.waitForRequest(isPut);
  await pickFiles(page, wavOf(name, tone(220, 2)));
  await sending;
  await pickFiles(page, wavOf("meant it.wav", tone(233, 2)));
  await expectAnalyzed(page, "meant it.wav");

  const takenBack = page.waitForResponse((response) => response.request().method() === "DELETE");
  await page.getByRole("button", { name: `Cancel ${name}` }).click();
  await expect(rowOfUpload(page, name).getByText("Cancelled", { exact: true })).toBeVisible();
  expect((await takenBack).ok()).toBe(true);
  await page.goto("/library");
  await expect(page.getByRole("link", { name: "meant it.wav" })).toBeVisible();
  await expect(page.getByRole("link", { name })).toHaveCount(0);
});

test("a file that storage rejected is sent again on request", async ({ page }) => {
  await register(page);
  const name = "second try.wav";
  let puts = 0;
  await page.route("**", (route) => {
    if (!isPut(route.request())) return route.continue();
    // After a broken connection the page tries again by itself. A refusal ends the upload.
    puts++;
    if (puts === 1) return route.abort("connectionreset");
    return puts === 2
      ? route.fulfill({ status: 400, headers: { "access-control-allow-origin": "*" } })
      : route.continue();
  });
  await pickFiles(page, wavOf(name, tone(262, 2)));
  await expect(rowOfUpload(page, name).getByText("Storage rejected the file (400).", { exact: true })).toBeVisible();
  expect(puts).toBe(2);

  await page.getByRole("button", { name: `Retry ${name}` }).click();
  await expectAnalyzed(page, name);
  expect(puts).toBe(3);
});

test("a name with emoji, quotes, dots and tags is shown as it is", async ({ page }) => {
  await register(page);
  const name = `🥁 "Kick" 'n' ../snare <b>.wav`;
  await pickFiles(page, wavOf(name, tone(196, 2)));
  await expectAnalyzed(page, name);
  await page.getByRole("listitem").getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
});
