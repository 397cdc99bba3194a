import type { Page } from "@playwright/test";

/** What the page of the library did while it scrolled. Measured in the page itself, frame by frame. */
export interface Scrolled {
  /** Times between frames in milliseconds. */
  frames: number[];
  /** Frames in which a part of the pane had no row at all. */
  blankFrames: number;
  /** Rows in sight, over all frames, and those of them that were not read yet. */
  rows: number;
  waitingRows: number;
  passed: number;
}

/** Milliseconds from the beginning of the navigation until rows are on screen. */
export async function firstRowsMs(page: Page, address: string): Promise<number> {
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector("[role=grid] [data-index] a[href]")) {
        // The frame after the one in which they are in the document has them on screen.
        requestAnimationFrame(() => Object.assign(window, { firstRowsMs: performance.now() }));
      } else requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(address);
  await page.waitForFunction(() => "firstRowsMs" in window);
  return page.evaluate(() => (window as unknown as { firstRowsMs: number }).firstRowsMs);
}

/** Scrolls for some seconds at so many rows a second, by the clock and not by the frame. */
export function scroll(page: Page, rowsPerSecond: number, seconds: number): Promise<Scrolled> {
  return page.evaluate(
    ({ pace, length }) =>
      new Promise<Scrolled>((resolve) => {
        const grid = document.querySelector<HTMLElement>("[role=grid]");
        const pane = grid?.parentElement;
        const layer = grid?.querySelector<HTMLElement>("[role=rowgroup]:last-of-type:not(:first-child)");
        const body = layer ?? [...(grid?.querySelectorAll<HTMLElement>("[role=rowgroup]") ?? [])].at(-1);
        const one = grid?.querySelector<HTMLElement>("[data-index]");
        if (!grid || !pane || !body || !one) throw new Error("there is no list");
        const headPx = grid.querySelector<HTMLElement>("[role=rowgroup]")?.offsetHeight ?? 0;
        const rowPx = one.offsetHeight;
        const result: Scrolled = { frames: [], blankFrames: 0, rows: 0, waitingRows: 0, passed: 0 };
        const [startMs, startTop] = [performance.now(), pane.scrollTop];
        let lastMs = startMs;
        const look = () => {
          const view = pane.getBoundingClientRect();
          const [top, bottom] = [view.top + headPx, view.bottom];
          const drawn = body.getBoundingClientRect();
          if (drawn.top > top + 1 || drawn.bottom < bottom - 1) result.blankFrames += 1;
          for (const row of body.querySelectorAll<HTMLElement>("[data-index]")) {
            const at = row.getBoundingClientRect();
            if (at.bottom <= top || at.top >= bottom) continue;
            result.rows += 1;
            if (row.ariaBusy === "true") result.waitingRows += 1;
          }
        };
        const step = (now: number) => {
          result.frames.push(now - lastMs);
          lastMs = now;
          look();
          const elapsed = (now - startMs) / 1000;
          if (elapsed >= length) {
            result.passed = (pane.scrollTop - startTop) / rowPx;
            resolve(result);
            return;
          }
          pane.scrollTop = startTop + elapsed * pace * rowPx;
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    { pace: rowsPerSecond, length: seconds },
  );
}

/** Megabytes that the page's scripts hold, after a collection. */
export async function heapMegabytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1024 ** 2;
}
