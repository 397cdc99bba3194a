import { quantile } from "@/bench/search/quantile";
import type { Visit } from "@/bench/visuals/browser";
import type { Part } from "@/bench/visuals/report";

const PRESSES = 60;
const PAUSE_MS = 120;
const NEXT_PAINT_MS = 100;

/** From a key to the next paint (Event Timing), while somebody walks through the list by arrow keys. */
export async function measureKeys({ origin, context }: Visit): Promise<Part> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${origin}/library`);
  await page.getByRole("row").nth(5).click();
  await page.waitForTimeout(2000);
  await page.evaluate(() => {
    const longest = new Map<number, number>();
    Object.assign(window, { longest });
    new PerformanceObserver((list) => {
      for (const event of list.getEntries() as (PerformanceEventTiming & { interactionId: number })[])
        if (event.interactionId)
          longest.set(event.interactionId, Math.max(longest.get(event.interactionId) ?? 0, event.duration));
    }).observe({ type: "event", durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  });
  for (let press = 0; press < PRESSES; press++) {
    await page.keyboard.press("ArrowDown");
    await page.waitForTimeout(PAUSE_MS);
  }
  const times = await page.evaluate(() => [
    ...(window as unknown as { longest: Map<number, number> }).longest.values(),
  ]);
  await page.close();
  // What is quicker than a frame is not told of.
  const all = [...times, ...Array<number>(Math.max(0, PRESSES - times.length)).fill(16)];
  const [p50, p98] = [quantile([...all], 0.5), quantile([...all], 0.98)];
  return {
    text: `${PRESSES} presses of the arrow key: p50 ${p50.toFixed(0)} ms, p98 ${p98.toFixed(0)} ms from the key to the next paint.`,
    figures: [{ what: "key to the next paint, p98", measured: p98, target: NEXT_PAINT_MS, unit: "ms" }],
  };
}
