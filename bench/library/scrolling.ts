import { chromium } from "@playwright/test";
import { markdownTable } from "@/bench/report/markdown-table";
import { quantile } from "@/bench/search/quantile";
import { firstRowsMs, heapMegabytes, type Scrolled, scroll } from "./page-in-browser";
import { RunningApp } from "./running-app";
import type { LibraryBench, Section, SectionReport } from "./section";

const FIRST_ROWS_MS = 1000;
const FRAME_MS = 20;
const HEAP_MB = 120;
const VISITS = 5;
const SECONDS = 9;
/** What a hand does with a wheel, and what a dragged bar does. */
const PACES = [60, 500, 5000] as const;

/** The page of the library in Chromium, on the production build. */
export const scrollingSection: Section = {
  name: "scrolling",
  title: "The page",
  async measure(bench: LibraryBench): Promise<SectionReport> {
    const app = await RunningApp.start();
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu"],
    });
    try {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const [name = "", value = ""] = bench.caller.cookie.split("=");
      await context.addCookies([{ name, value, url: app.address }]);
      const visits: number[] = [];
      for (let visit = 0; visit <= VISITS; visit++) {
        const page = await context.newPage();
        const ms = await firstRowsMs(page, `${app.address}/library`);
        // The first one warms the server up.
        if (visit > 0) visits.push(ms);
        await page.close();
      }
      const page = await context.newPage();
      await page.goto(`${app.address}/library?rows=compact`);
      await page.locator("[role=grid] [data-index] a").first().waitFor();
      await page.waitForFunction(() => !document.body.textContent?.includes("Counting…"));
      const heapBefore = await heapMegabytes(page);
      const scrolls: [pace: number, scrolled: Scrolled][] = [];
      for (const pace of PACES) {
        await page.evaluate(() => document.querySelector("[role=grid]")?.parentElement?.scrollTo(0, 0));
        await page.waitForFunction(() => !document.querySelector("[role=grid] [aria-busy=true]"));
        scrolls.push([pace, await scroll(page, pace, SECONDS)]);
      }
      return reportOf({ visits, scrolls, heapBefore, heapAfter: await heapMegabytes(page) });
    } finally {
      await browser.close();
      await app.stop();
    }
  },
};

interface Measured {
  visits: number[];
  scrolls: [pace: number, scrolled: Scrolled][];
  heapBefore: number;
  heapAfter: number;
}

function reportOf({ visits, scrolls, heapBefore, heapAfter }: Measured): SectionReport {
  const first = quantile(visits, 0.95);
  const rows = scrolls.map(([pace, { frames, blankFrames, rows: seen, waitingRows, passed }]) => [
    `${pace.toLocaleString("en-GB")} rows a second`,
    Math.round(passed).toLocaleString("en-GB"),
    String(frames.length),
    quantile(frames, 0.5).toFixed(1),
    quantile(frames, 0.95).toFixed(1),
    String(blankFrames),
    `${((waitingRows / Math.max(1, seen)) * 100).toFixed(2)} %`,
  ]);
  const frameFigures = scrolls.map(([pace, { frames }]) => ({
    what: `p95 of a frame at ${pace} rows a second`,
    ...{ measured: quantile(frames, 0.95), target: FRAME_MS, unit: "ms" as const },
  }));
  const blank = scrolls.map(([pace, { blankFrames }]) => ({
    what: `frames with a blank part at ${pace} rows a second`,
    ...{ measured: blankFrames, target: 0, unit: "frames" as const },
  }));
  return {
    text: [
      `First rows on screen after the navigation: p95 ${first.toFixed(0)} ms over ${visits.length} visits (target ${FIRST_ROWS_MS}).`,
      markdownTable(
        ["scroll", "rows passed", "frames", "p50 ms", "p95 ms", "frames with a blank part", "rows not read yet"],
        rows,
      ),
      `Compact rows of 28 px, 1440 × 900. A row that is not read yet is a skeleton of the same height. Heap of the page after a collection: ${heapBefore.toFixed(1)} MB before, ${heapAfter.toFixed(1)} MB after the scrolls (target ${HEAP_MB}). Chromium without a graphics card: its software draws each frame.`,
    ].join("\n\n"),
    figures: [
      { what: "first rows on screen", measured: first, target: FIRST_ROWS_MS, unit: "ms" },
      ...frameFigures,
      ...blank,
      { what: "heap of the page", measured: heapAfter, target: HEAP_MB, unit: "MB" },
    ],
  };
}
