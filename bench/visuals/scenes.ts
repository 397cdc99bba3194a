import type { Page } from "@playwright/test";
import { markdownTable } from "@/bench/report/markdown-table";
import { quantile } from "@/bench/search/quantile";
import { SCENES } from "@/components/visualizer/engine/scenes/list";
import type { Visit } from "./browser";
import { type Figure, type Part, quantiles } from "./report";

/** The governor has found its step by then. */
const SETTLE_MS = 8000;
const MEASURE_MS = 10_000;
/**
 * Twenty frames a second where the processor draws: three frames of a 60 Hz screen, and what the clock adds. The
 * governor draws less while the median is above 24 ms, until it can do no more.
 */
const MEDIAN_MS = 51;

/** Frame times of each scene while a sound plays, at 1280×720. */
export async function measureScenes({ origin, context }: Visit, sampleId: string): Promise<Part> {
  const rows: string[][] = [];
  const figures: Figure[] = [];
  for (const { name, title } of SCENES) {
    const page = await context.newPage();
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(`${origin}/visualizer/${sampleId}?scene=${name}&seed=1`);
    await page.locator("[data-picture] canvas").waitFor();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.waitForTimeout(SETTLE_MS);
    const frames = await framesOf(page, MEASURE_MS);
    const pixels = await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>("[data-picture] canvas");
      return canvas ? canvas.width / canvas.clientWidth : 0;
    });
    rows.push([title, ...quantiles(frames), `${frames.length}`, pixels.toFixed(2)]);
    figures.push({ what: `p50 of ${title}`, measured: quantile(frames, 0.5), target: MEDIAN_MS, unit: "ms" });
    await page.close();
  }
  const head = ["scene", "p50 ms", "p95 ms", "p99 ms", "frames", "pixel ratio"];
  return {
    text: `Times between frames while a track plays, 1280 × 720, ${MEASURE_MS / 1000} s after ${SETTLE_MS / 1000} s of settling: the governor draws fewer pixels, then fewer points, then no glow, until the median is below 24 ms.\n\n${markdownTable(head, rows)}`,
    figures,
  };
}

/** Milliseconds between the frames of a page for so long. */
const framesOf = (page: Page, lastsMs: number): Promise<number[]> =>
  page.evaluate(
    (length) =>
      new Promise<number[]>((resolve) => {
        const frames: number[] = [];
        const start = performance.now();
        let last = start;
        const look = (now: number) => {
          frames.push(now - last);
          last = now;
          if (now - start < length) requestAnimationFrame(look);
          else resolve(frames.slice(1));
        };
        requestAnimationFrame(look);
      }),
    lastsMs,
  );
