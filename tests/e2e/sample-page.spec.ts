import { join } from "node:path";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { chunk, wav } from "@/tests/fixtures/container-files";
import * as tagged from "@/tests/fixtures/tagged-files";
import { createAccount, register } from "./account";
import { expectNoAxeViolations } from "./axe";
import { expectAnalyzed, pickFiles, wavOf } from "./files";
import { followSystemTheme, shoot } from "./shoot";
import { type BrowserContext, expect, type Locator, type Page, test } from "./test";

const music = join(process.cwd(), "tests/fixtures/music");

/** Uploads a file, waits for its analysis and opens its page. */
async function openSample(page: Page, name: string): Promise<{ player: Locator; record: AnalysisRecord }> {
  await pickFiles(page, join(music, name));
  await expectAnalyzed(page, name);
  await page.getByRole("listitem").getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const id = new URL(page.url()).pathname.split("/").pop();
  const record = (await (await page.request.get(`/api/v1/samples/${id}/features`)).json()) as AnalysisRecord;
  return { player: page.getByRole("region", { name: "Player" }), record };
}

/** A waltz that is analysed once for the tests of this file. */
let waltz: { path: string; record: AnalysisRecord; cookies: Cookies };
type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

test.beforeAll(async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await register(page);
  const { record } = await openSample(page, "waltz.flac");
  // Each test chooses its own theme.
  const cookies = (await page.context().cookies()).filter(({ name }) => name !== "choices");
  waltz = { path: new URL(page.url()).pathname, record, cookies };
  await page.context().close();
});

/** Signs in as the waltz's owner and opens its page. */
async function openWaltz(page: Page): Promise<{ player: Locator; record: AnalysisRecord }> {
  await page.context().addCookies(waltz.cookies);
  await page.goto(waltz.path);
  await expect(page.getByRole("heading", { level: 1, name: "waltz.flac" })).toBeVisible();
  return { player: page.getByRole("region", { name: "Player" }), record: waltz.record };
}

const position = (player: Locator) => async () =>
  Number(await player.getByRole("slider", { name: "Position" }).getAttribute("aria-valuenow"));

/** How many pixels of a canvas are painted. */
const paintedPixels = (canvas: Locator) => async () =>
  await canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const pixels = (element as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
    return pixels.filter((value, index) => index % 4 === 3 && value > 0).length;
  });

test("beats and chords are drawn over the waveform, and one key or click leads to a chord", async ({ page }) => {
  const { player, record } = await openWaltz(page);
  const chords = record.chords ?? [];
  expect(chords.length).toBeGreaterThan(2);

  const grid = player.getByRole("img", { name: /^Beat grid/ });
  await expect(grid).toHaveAccessibleName(`Beat grid: ${record.downbeats?.length} bars, ${record.beats?.length} beats`);
  await expect.poll(paintedPixels(grid.locator("canvas"))).toBeGreaterThan(0);

  const lane = player.getByRole("slider", { name: "Chords" });
  await expect(lane).toHaveAttribute("aria-valuemax", String(chords.length));
  await expect.poll(paintedPixels(lane.locator("canvas"))).toBeGreaterThan(1000);
  await lane.press("ArrowRight");
  await expect.poll(position(player)).toBeCloseTo(chords[1]?.startSeconds ?? 0, 1);
  await expect(lane).toHaveAttribute("aria-valuetext", new RegExp(`, 2 of ${chords.length}$`));

  const box = await lane.boundingBox();
  const last = chords.at(-1);
  const middle = ((last?.startSeconds ?? 0) + (last?.endSeconds ?? 0)) / 2 / record.durationSeconds;
  await lane.click({ position: { x: (box?.width ?? 0) * middle, y: 12 } });
  await expect.poll(position(player)).toBeCloseTo(last?.startSeconds ?? 0, 1);
});

test("beats and chords are also there as text, and each line leads to its place", async ({ page }) => {
  const { player, record } = await openWaltz(page);
  await player.getByText("Bars, sections and chords as text").click();
  const bars = player.getByRole("region", { name: "Bars" });
  await expect(bars.getByRole("listitem")).toHaveCount(record.downbeats?.length ?? 0);
  await bars.getByRole("button", { name: /Bar 2$/ }).click();
  await expect.poll(position(player)).toBeCloseTo(record.downbeats?.[1] ?? 0, 1);
  await expect(player.getByRole("region", { name: "Chords" }).getByRole("listitem")).toHaveCount(
    record.chords?.length ?? 0,
  );
  await expect(player.getByRole("region", { name: "Sections" })).toContainText(
    record.notApplicable.sections?.reason ?? "",
  );
});

test("a layer that is turned off stays off after a reload, until it is turned on", async ({ page }) => {
  const { player } = await openWaltz(page);
  const lane = player.getByRole("slider", { name: "Chords" });
  await expect(lane).toBeVisible();
  const remembered = page.waitForResponse((response) => response.request().method() === "POST" && response.ok());
  await player.getByRole("button", { name: "Layers" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Chords" }).click();
  await expect(lane).toHaveCount(0);
  await remembered;
  await page.reload();
  await expect(player.getByRole("img", { name: /^Beat grid/ })).toBeVisible();
  await expect(lane).toHaveCount(0);
  await player.getByRole("button", { name: "Layers" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Chords" }).click();
  await expect(lane).toBeVisible();
});

test("a loop between A and B repeats", async ({ page }) => {
  const { player, record } = await openWaltz(page);
  const [, second = 0, third = 0] = record.downbeats ?? [];
  const lane = player.getByRole("slider", { name: "Position" });
  await player.getByText("Bars, sections and chords as text").click();
  const bars = player.getByRole("region", { name: "Bars" });
  await bars.getByRole("button", { name: /Bar 3$/ }).click();
  await expect.poll(position(player)).toBeCloseTo(third, 1);
  await lane.press("]");
  await bars.getByRole("button", { name: /Bar 2$/ }).click();
  await expect.poll(position(player)).toBeCloseTo(second, 1);
  await lane.press("[");
  await expect(player.getByRole("button", { name: "Stop looping (R)" })).toHaveAttribute("aria-pressed", "true");
  await player.getByRole("button", { name: "Play", exact: true }).click();
  // Past the middle, then before it again: it has repeated.
  const middle = (second + third) / 2;
  await expect.poll(position(player)).toBeGreaterThan(middle);
  await expect.poll(position(player)).toBeLessThan(middle);
  expect(await position(player)()).toBeLessThanOrEqual(third + 0.3);
});

test("the timeline goes down to single samples, tells values, and a part of it is selected and played", async ({
  page,
}) => {
  await followSystemTheme(page);
  const pictures = async (name: string) => {
    await shoot(page, name);
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  const { player, record } = await openWaltz(page);
  const lane = player.getByRole("slider", { name: "Position" });
  const readOut = player.getByLabel("Read-out");
  const zoom = player.getByRole("group", { name: "Zoom" });
  const inView = player.getByRole("scrollbar", { name: "Part in view" });
  await expect.poll(paintedPixels(lane.locator("canvas").first())).toBeGreaterThan(1000);

  await test.step("a wheel with Ctrl zooms at the pointer", async () => {
    const box = await lane.boundingBox();
    if (!box) throw new Error("no waveform");
    await page.mouse.move(box.x + box.width * 0.75, box.y + 40);
    await expect(readOut).toContainText("dBFS");
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -120);
    await page.keyboard.up("Control");
    await expect(zoom).not.toContainText(/^1×/);
    const start = Number(await inView.getAttribute("aria-valuenow"));
    expect(start).toBeGreaterThan(record.durationSeconds * 0.3);
  });

  await test.step("keys zoom to single samples, which the server decodes", async () => {
    const closest = zoom.getByRole("button", { name: "Zoom in (Z)" });
    const window = page.waitForResponse((response) => response.url().includes("/window?") && response.ok());
    for (let step = 0; step < 20 && (await closest.isEnabled()); step++) await page.keyboard.press("z");
    await expect(closest).toBeDisabled();
    await window;
    await lane.hover();
    await expect(readOut).toContainText(/sample [\d,]+/);
    await expect(readOut).toContainText("dBFS");
    await pictures("timeline-samples");
    await page.keyboard.press("w");
    await expect(zoom).toContainText("1×");
  });

  await test.step("the spectrogram has a cursor that says frequency, note and level", async () => {
    const cursor = player.getByRole("slider", { name: /^Cursor on the spectrogram/ });
    await cursor.press("ArrowRight");
    const before = await cursor.getAttribute("aria-valuetext");
    expect(before).toMatch(/Hz, [A-G].*dB of the loudest$/);
    await cursor.press("ArrowUp");
    await expect(cursor).not.toHaveAttribute("aria-valuetext", before ?? "");
    await expect(readOut).toContainText("Hz");
  });

  await test.step("dragging selects a part, which plays once and can be looped and taken along", async () => {
    const box = await lane.boundingBox();
    if (!box) throw new Error("no waveform");
    const at = (share: number) => box.x + box.width * share;
    await page.mouse.move(at(0.5), box.y + 60);
    await page.mouse.down();
    await page.mouse.move(at(0.7), box.y + 60, { steps: 4 });
    await page.mouse.up();
    const part = player.getByRole("region", { name: "Selected part" });
    await expect(part.getByRole("link", { name: "Download this part" })).toBeVisible();
    await expect(part.getByRole("button", { name: "Search with this part" })).toBeVisible();
    await pictures("timeline-part");
    await part.getByRole("button", { name: "Play part" }).click();
    await expect(player.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
    await expect(player.getByRole("button", { name: "Play", exact: true })).toBeVisible();
    const { durationSeconds } = record;
    await expect.poll(position(player)).toBeLessThan(durationSeconds * 0.69);
    expect(await position(player)()).toBeGreaterThan(durationSeconds * 0.45);
    await part.getByRole("button", { name: "Loop part" }).click();
    await expect(player.getByRole("button", { name: "Stop looping (R)" })).toHaveAttribute("aria-pressed", "true");
    await player.getByRole("button", { name: "Stop looping (R)" }).click();
    await lane.press("Shift+ArrowRight");
    await lane.press("Escape");
    await expect(part.getByRole("button", { name: "Play part" })).toHaveCount(0);
    await lane.press("Shift+ArrowRight");
    await expect(part.getByRole("button", { name: "Play part" })).toBeVisible();
    await lane.press("Escape");
  });
});

test("tempo and key show their next best readings, and a drum loop says why it has no key", async ({ page }) => {
  const { record } = await openWaltz(page);
  const readings = page.getByRole("region", { name: "Tempo" }).getByRole("list").getByRole("listitem");
  await expect(readings).toHaveCount(1 + (record.tempo?.alternatives.length ?? 0));
  await expect(readings.first()).toContainText(`${record.tempo?.bpm.toFixed(1)} BPM`);
  const keys = page.getByRole("region", { name: "Key" }).getByRole("list").getByRole("listitem");
  await expect(keys).toHaveCount(Math.min(5, 1 + (record.key?.alternatives.length ?? 0)));
  await expect(page.getByRole("region", { name: "Metre" })).toContainText("3/4");
  await expect(page.getByRole("img", { name: /Radar of the seven scores: Energy \d+%/ })).toBeVisible();
  const absent = page.getByRole("region", { name: "Not applicable" });
  await expect(absent).toContainText(`Stereo${record.notApplicable.stereo?.reason}`);
  // Visible without scrolling, on a small screen too.
  await page.setViewportSize({ width: 390, height: 844 });
  for (const fact of ["Tempo", "Key", "Loudness", "Kind"])
    await expect(page.locator("header dl").getByText(fact, { exact: true })).toBeInViewport();
  await page.setViewportSize({ width: 1440, height: 900 });
  await expectNoAxeViolations(page);

  await page.goto("/upload");
  const drums = await openSample(page, "drum loop.wav");
  const reason = drums.record.notApplicable.chords?.reason ?? "";
  expect(reason).not.toBe("");
  await expect(absent).toContainText(reason);
  await expect(drums.player.getByRole("slider", { name: "Chords" })).toHaveCount(0);
  await expect(drums.player.getByRole("img", { name: /^Beat grid/ })).toBeVisible();
});

test("the whole record is copied, and the page names the analyser", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { record } = await openWaltz(page);
  const analysis = page.getByRole("region", { name: "About this analysis" });
  await expect(analysis).toContainText(`Version ${record.analyserVersion}`);
  await analysis.getByRole("button", { name: "Copy as JSON" }).click();
  await expect(analysis.getByText("Copied")).toBeVisible();
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as AnalysisRecord;
  expect(copied).toEqual(record);
});

test("an unknown sample shows a message inside the studio, with one main element", async ({ page }) => {
  await createAccount(page);
  for (const path of ["/samples/0198f7d4-0000-7000-8000-000000000000", "/samples/none"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Sample not found" })).toBeVisible();
    await expect(page.getByRole("main")).toHaveCount(1);
  }
});

test("what the file and its name say stands beside what is measured", async ({ page }) => {
  await register(page);
  const name = "Night_drive_Gm_122.wav";
  await pickFiles(page, wavOf(name, taggedWav()));
  await expectAnalyzed(page, name);
  await page.getByRole("listitem").getByRole("link", { name }).click();
  await page.getByRole("navigation", { name: "On this page" }).getByRole("link", { name: "In the file" }).click();

  const tags = page.getByRole("region", { name: "Tags", exact: true });
  await expect(tags).toContainText("Night drive");
  await expect(tags.getByRole("definition")).toContainText(["Night drive", "Ada"]);
  const cover = tags.getByRole("img", { name: "Cover in the file" });
  await expect.poll(() => cover.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(512);

  const beside = page.getByRole("region", { name: "Beside what is measured" });
  const root = beside.getByRole("row", { name: "Root note" });
  await expect(root.getByRole("cell")).toHaveText(["A3", "–", "A4"]);
  await expect(beside.getByRole("row", { name: "Key" })).toContainText("G minor");
  await expect(beside.getByRole("listitem").first()).toContainText("The name says G minor, measured A4: another note.");
  await expect(beside).toContainText("The file says A3, measured A4: the same note in another octave.");
  await expectNoAxeViolations(page);
});

/** A decaying A4 that says it is an A3. */
function taggedWav(): Buffer {
  const samples = Int16Array.from({ length: 44_100 }, (_, at) => {
    const time = at / 44_100;
    const overtones = [1, 2, 3, 4].map((of) => Math.sin(2 * Math.PI * 440 * of * time) / of);
    return 8000 * Math.exp(-3 * time) * overtones.reduce((sum, value) => sum + value);
  });
  const frames = [tagged.id3Text("TIT2", "Night drive"), tagged.id3Text("TPE1", "Ada")];
  const id3 = tagged.id3v2([...frames, tagged.id3Picture(tagged.greyPng(600))]);
  const before = [tagged.smpl(57, []), chunk("id3 ", id3)];
  return wav({ sampleRateHz: 44_100, channels: 1, samples }, { before });
}
