import { join } from "node:path";
import { silentFlac } from "@/tests/fixtures/flac-file";
import { wavFile } from "@/tests/fixtures/wav-file";
import { register } from "./account";
import { expectAnalyzed, pickFiles, wavOf } from "./files";
import { graphReport, recordAudioGraph } from "./graph-recorder";
import { followSystemTheme, shoot } from "./shoot";
import { expect, type Page, test } from "./test";

test.use({ bypassCSP: true });

/** A pulse at its start, then a constant that is never zero: every gap and every lost sample shows. */
const PULSE_SAMPLES = 11_025;
const pulse = wavFile({ channels: 1, frames: PULSE_SAMPLES, sample: (frame) => (frame === 0 ? 0.9 : 0.1) });
const QUIET_PEAK = 0.02;
const quiet = wavFile({
  channels: 1,
  frames: 44_100,
  sample: (frame) => QUIET_PEAK * Math.sin((2 * Math.PI * 441 * frame) / 44_100),
});
/** More than six minutes of stereo, which a page does not decode, in a small file. */
const LONG_SECONDS = 400;

const player = (page: Page) => page.getByRole("region", { name: "Player" });
const play = (page: Page) => player(page).getByRole("button", { name: "Play", exact: true });
const pause = (page: Page) => player(page).getByRole("button", { name: "Pause", exact: true });
const position = (page: Page) => async () =>
  Number(await player(page).getByRole("slider", { name: "Position" }).getAttribute("aria-valuenow"));

/** How many seconds the position advances in a second, by the page's own clock. A return to the start is left out. */
async function speedOfPosition(page: Page): Promise<number> {
  const lane = await player(page).getByRole("slider", { name: "Position" }).elementHandle();
  return page.evaluate(async (slider) => {
    const read = () => ({ at: performance.now() / 1000, position: Number(slider?.getAttribute("aria-valuenow")) });
    const waitMs = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    let [advanced, passed, last] = [0, 0, read()];
    while (passed < 1.5) {
      await waitMs(100);
      const now = read();
      if (now.position >= last.position) {
        advanced += now.position - last.position;
        passed += now.at - last.at;
      }
      last = now;
    }
    return advanced / passed;
  }, lane);
}

async function openSample(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name }).first().click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

test("a loop repeats to the sample, without timers and frames", async ({ page }) => {
  await recordAudioGraph(page);
  await register(page);
  await pickFiles(page, [wavOf("pulse.wav", pulse), wavOf("quiet.wav", quiet)]);
  await expectAnalyzed(page, "pulse.wav");
  await expectAnalyzed(page, "quiet.wav");
  await openSample(page, "pulse.wav");
  await page.keyboard.press("r");
  await expect(player(page).getByRole("button", { name: "Stop looping (R)" })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Space");
  await expect(pause(page)).toBeVisible();
  const loops = async () => (await graphReport(page))?.intervals[PULSE_SAMPLES] ?? 0;
  await expect.poll(loops).toBeGreaterThan(4);
  await graphReport(page, "again");
  // What a hidden tab may take away, and more.
  await page.evaluate(() => {
    window.requestAnimationFrame = () => 0;
    const setTimer = () => 0;
    Object.assign(window, { setTimeout: setTimer, setInterval: setTimer });
  });
  await expect.poll(loops).toBeGreaterThan(12);
  const report = await graphReport(page);
  expect(Object.keys(report?.intervals ?? {})).toEqual([String(PULSE_SAMPLES)]);
  expect(report?.longestSilence).toBe(0);

  // At half the rate without the pitch, one round takes exactly twice as long.
  await page.keyboard.press("y");
  for (let press = 0; press < 10; press++) await page.keyboard.press(",");
  await expect(player(page).getByRole("button", { name: "Rate 50%, back to 100%" })).toBeVisible();
  await graphReport(page, "again");
  // Between two samples the pulse may be in both.
  const slowLoops = async () => {
    const intervals = Object.entries((await graphReport(page))?.intervals ?? {});
    return intervals.filter(([samples]) => Math.abs(Number(samples) - 2 * PULSE_SAMPLES) <= 1).length;
  };
  await expect.poll(slowLoops).toBeGreaterThan(0);

  // A quiet tone is raised to the common loudness, and is as it was recorded when that is switched off.
  await page.goto("/library");
  await openSample(page, "quiet.wav");
  await page.keyboard.press("r");
  await page.keyboard.press("Space");
  const peak = async () => (await graphReport(page, "again"))?.peak ?? 0;
  await expect.poll(peak).toBeGreaterThan(5 * QUIET_PEAK);
  expect(await peak()).toBeLessThan(0.8);
  await player(page)
    .getByRole("button", { name: /^Sound/ })
    .click();
  const sound = page.getByRole("dialog", { name: "Sound" });
  await expect(sound.getByText(/raised by [\d.]+ dB/)).toBeVisible();
  await sound.getByRole("switch", { name: "Everything equally loud" }).click();
  await expect.poll(peak).toBeLessThan(1.1 * QUIET_PEAK);
});

test("a recording that is too long to decode loops too, to its end and between A and B", async ({ page }) => {
  await register(page);
  await pickFiles(page, { name: "long.flac", mimeType: "audio/flac", buffer: silentFlac(LONG_SECONDS) });
  await expectAnalyzed(page, "long.flac");
  await openSample(page, "long.flac");
  const lane = player(page).getByRole("slider", { name: "Position" });
  await lane.press("End");
  await lane.press("ArrowLeft");
  await lane.press("r");
  await lane.press(" ");
  await expect(pause(page)).toBeVisible();
  await expect.poll(position(page)).toBeLessThan(10);
  await expect(pause(page)).toBeVisible();
  // From here back to the start, a second later.
  await lane.press("Home");
  await lane.press("ArrowRight");
  await lane.press("]");
  const seen: number[] = [];
  await expect
    .poll(async () => {
      seen.push(await position(page)());
      return seen.filter((seconds, at) => seconds < (seen[at - 1] ?? 0)).length;
    })
    .toBeGreaterThan(1);
  expect(Math.max(...seen)).toBeLessThan(3);
  await expect(pause(page)).toBeVisible();
});

test("sound goes on from the library to the sample's page and on, with a volume that is remembered", async ({
  page,
}) => {
  await followSystemTheme(page);
  await register(page);
  await pickFiles(page, join(process.cwd(), "tests/fixtures/music/reggae.aiff"));
  await expectAnalyzed(page, "reggae.aiff");
  await page.getByRole("link", { name: "Library" }).first().click();
  // An AIFF file, which no Chromium plays: what is heard is its copy.
  await page.getByRole("button", { name: "Play reggae.aiff" }).first().click();
  const playing = page.getByRole("region", { name: "Now playing" });
  await expect(playing.getByRole("link", { name: "reggae.aiff" })).toBeVisible();
  await openSample(page, "reggae.aiff");
  await expect(pause(page)).toBeVisible();
  await expect(playing).toHaveCount(0);
  await expect.poll(position(page)).toBeGreaterThan(0.3);

  // At double the rate the position, in the recording's own seconds, runs twice as fast.
  for (let press = 0; press < 20; press++) await page.keyboard.press(".");
  await expect(player(page).getByRole("button", { name: "Rate 200%, back to 100%" })).toBeVisible();
  await expect(play(page)).toBeVisible();
  await play(page).click();
  await expect.poll(position(page)).toBeGreaterThan(0.1);
  const ratio = await speedOfPosition(page);
  expect(ratio).toBeGreaterThan(1.4);
  expect(ratio).toBeLessThan(2.6);
  await page.keyboard.press("r");

  // At a tempo and in a key of somebody's choice; what is not known of it is said.
  await player(page)
    .getByRole("button", { name: /^Sound/ })
    .click();
  const sound = page.getByRole("dialog", { name: "Sound" });
  await sound.getByRole("textbox", { name: "Everything at this tempo" }).fill("90");
  await page.keyboard.press("Enter");
  await expect(sound.getByText(/becomes [\d.]+ BPM/)).toBeVisible();
  await sound.getByRole("combobox", { name: "Everything in this key" }).selectOption({ label: "E♭ minor" });
  await expect(sound.getByText(/semitones|fits as it is/)).toBeVisible();
  await shoot(page, "sound");
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.keyboard.press("Escape");
  const transposedFrom = await position(page)();
  await expect.poll(position(page)).not.toBe(transposedFrom);

  const volume = player(page).getByRole("slider", { name: "Volume" });
  await page.keyboard.press("-");
  await expect(volume).toHaveValue("95");
  await page.keyboard.press("m");
  await expect(player(page).getByRole("button", { name: "Unmute (M)" })).toHaveAttribute("aria-pressed", "true");

  // Far from where the loop begins again.
  await player(page).getByRole("slider", { name: "Position" }).press("Home");
  await expect.poll(position(page)).toBeGreaterThan(0.3);
  await page.getByRole("link", { name: "Dashboard" }).first().click();
  await expect(playing.getByRole("link", { name: "reggae.aiff" })).toBeVisible();
  await expect(playing.getByRole("button", { name: /^Sound.*changed/ })).toBeVisible();
  await playing.getByRole("button", { name: "Pause reggae.aiff" }).click();
  await playing.getByRole("link", { name: "reggae.aiff" }).click();
  await expect(play(page)).toBeVisible();
  expect(await position(page)()).toBeGreaterThan(0.3);
  await page.reload();
  await expect(player(page).getByRole("button", { name: "Unmute (M)" })).toBeVisible();
  await player(page).getByRole("button", { name: "Unmute (M)" }).click();
  await expect(volume).toHaveValue("95");

  // Deleted elsewhere while it is loaded here.
  const id = new URL(page.url()).pathname.split("/")[2] ?? "";
  await page.getByRole("link", { name: "Dashboard" }).first().click();
  await expect(playing.getByRole("button", { name: "Play reggae.aiff" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Live" })).toBeVisible();
  await page.evaluate((sample) => fetch(`/api/v1/samples/${sample}`, { method: "DELETE" }), id);
  await expect(page.getByText("reggae.aiff was deleted")).toBeVisible();
  await expect(playing).toHaveCount(0);
});
