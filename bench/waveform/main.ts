// How smoothly the timeline of a ten-minute track moves in Chromium, and how fast single samples come:
// npm run bench:waveform -- [--check] [--seconds N] (after npm run build)
// --check: the exit code is 1 where a figure falls short.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium, type Page } from "@playwright/test";
import { machineDescription } from "@/bench/report/machine-description";
import { markdownTable } from "@/bench/report/markdown-table";
import { quantile } from "@/bench/search/quantile";
import { Studio } from "./studio";
import { framesDuring, type Movement, windowTimes } from "./timeline-frames";
import { RATE, writeTrack } from "./track";

const { values } = parseArgs({
  options: { check: { type: "boolean", default: false }, seconds: { type: "string", default: "600" } },
});

const FRAME_MS = 20;
const WINDOW_MS = 100;
const MEASURED_SECONDS = 5;
const SECONDS = Number(values.seconds);
const NAME = "ten minutes.wav";

const STILL: Movement = { along: 0, zoom: 0, turnEveryFrames: 1000 };
const ALONG: Movement = { along: 24, zoom: 0, turnEveryFrames: 120 };
const ZOOMING: Movement = { along: 0, zoom: -12, turnEveryFrames: 90 };

const say = (step: string) => process.stderr.write(`${step}\n`);

interface Figure {
  what: string;
  measured: number;
  target: number;
}

const folder = mkdtempSync(join(tmpdir(), "samplemind-track-"));
const studio = await Studio.start();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  writeTrack(join(folder, NAME), SECONDS);
  say("uploading and analysing the track");
  const id = await studio.openSample(page, join(folder, NAME), NAME);
  say("asking for windows of samples");
  const windows = await measureWindows(page, id);
  const text = report(await measureFrames(page), windows);
  writeFileSync(resolve("bench/results/waveform.md"), text.markdown);
  process.stdout.write(text.markdown);
  const missed = text.figures.filter(({ measured, target }) => measured > target);
  for (const { what, measured, target } of missed)
    process.stdout.write(`missed: ${what}, ${measured.toFixed(1)} ms (target ${target})\n`);
  process.stdout.write(`${text.figures.length - missed.length} of ${text.figures.length} figures are met\n`);
  process.exitCode = values.check && missed.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  await studio.stop();
  rmSync(folder, { recursive: true, force: true });
}

type Frames = [what: string, frames: number[]][];

async function measureFrames(page: Page): Promise<Frames> {
  const player = page.getByRole("region", { name: "Player" });
  const zoomIn = async (steps: number) => {
    for (let step = 0; step < steps; step++) await page.keyboard.press("z");
    await page.waitForFunction(() => !document.body.textContent?.includes("Reading single samples"), null, {
      timeout: 60_000,
    });
  };
  const during = (movement: Movement) => {
    say("moving the timeline");
    return framesDuring(page, movement, MEASURED_SECONDS);
  };
  const found: Frames = [["nothing moves", await during(STILL)]];
  await page.keyboard.press("Space");
  await player.getByRole("button", { name: "Pause", exact: true }).waitFor();
  found.push(["playing, the whole track in view", await during(STILL)]);
  await zoomIn(5);
  found.push(["playing, 32× closer", await during(STILL)]);
  await page.keyboard.press("Space");
  found.push(["moving along, 32× closer", await during(ALONG)]);
  await zoomIn(6);
  found.push(["moving along, 2,000× closer", await during(ALONG)]);
  await zoomIn(8);
  found.push(["moving along, single samples", await during(ALONG)]);
  await page.keyboard.press("w");
  found.push(["zooming in and out, down to samples", await during(ZOOMING)]);
  return found;
}

async function measureWindows(page: Page, id: string): Promise<{ first: number; later: number[] }> {
  // The first one waits until the original is decoded.
  const frames = SECONDS * RATE - 4096;
  const starts = Array.from({ length: 40 }, (_, at) => Math.floor((frames * ((at * 17) % 40)) / 40));
  const [first = 0, ...later] = await windowTimes(page, id, starts);
  return { first, later };
}

function report(frames: Frames, windows: { first: number; later: number[] }) {
  const rows = frames.map(([what, times]) => [
    what,
    String(times.length),
    ...[0.5, 0.95, 0.99].map((share) => quantile(times, share).toFixed(1)),
  ]);
  const figures: Figure[] = frames.map(([what, times]) => ({
    what: `p95 of a frame, ${what}`,
    ...{ measured: quantile(times, 0.95), target: FRAME_MS },
  }));
  figures.push({ what: "p95 of a window of samples", measured: quantile(windows.later, 0.95), target: WINDOW_MS });
  const markdown = `# The timeline

\`npm run bench:waveform\`, ${machineDescription()}. A stereo WAV of ${RATE / 1000} kHz and ${(SECONDS / 60).toFixed(0)} minutes, the sample's page of the production build in Chromium at 1440 × 900, without a graphics card: its software draws each frame. Times between frames in milliseconds, measured in the page; p95 must be ${FRAME_MS} ms or less.

${markdownTable(["what moves", "frames", "p50", "p95", "p99"], rows)}

The first window of samples, for which the original is decoded: ${(windows.first / 1000).toFixed(1)} s. Each one after it, of 4096 samples: p50 ${quantile(windows.later, 0.5).toFixed(1)} ms, p95 ${quantile(windows.later, 0.95).toFixed(1)} ms (target ${WINDOW_MS}).
`;
  return { markdown, figures };
}
