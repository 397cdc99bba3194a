import type { Page } from "@playwright/test";
import { markdownTable } from "@/bench/report/markdown-table";
import { SCENES } from "@/components/visualizer/engine/scenes/list";
import { countGpuObjects, type GpuObjects, gpuObjects } from "@/tests/e2e/gpu-objects";
import type { Visit } from "./browser";
import { heldHeapMegabytes } from "./held-heap";
import type { Figure, Part } from "./report";

const MOUNTS = 50;
/** What comes with the first times is not a leak: caches. */
const WARM_UP = 12;
const MORE_PERCENT = 5;
/** Enough to be drawn. */
const WINDOW = { width: 640, height: 360 };

interface Held extends GpuObjects {
  heapMb: number;
  audioNodes: number;
}

/** Opens and closes each scene over a page, while a sound plays, and looks at what is left afterwards. */
export async function measureMounts({ origin, context }: Visit, sampleId: string): Promise<Part> {
  const rows: string[][] = [];
  const figures: Figure[] = [];
  for (const [index, { title }] of SCENES.entries()) {
    const page = await context.newPage();
    await page.setViewportSize(WINDOW);
    await countGpuObjects(page);
    await countAudioNodes(page);
    await page.goto(`${origin}/samples/${sampleId}`);
    const play = page.getByRole("region", { name: "Player" }).getByRole("button", { name: "Play", exact: true });
    await play.click();
    await play.waitFor({ state: "hidden" });
    await mount(page, WARM_UP, index);
    const before = await held(page);
    await mount(page, MOUNTS, index);
    const after = await held(page);
    rows.push([
      title,
      ...(["geometries", "textures", "programs", "webgl", "audioNodes"] as const).map(
        (what) => `${before[what]} → ${after[what]}`,
      ),
      `${before.heapMb.toFixed(1)} → ${after.heapMb.toFixed(1)}`,
    ]);
    figures.push(
      ...(["geometries", "textures", "programs", "webgl", "audioNodes", "heapMb"] as const).map((what) =>
        figureOf(`${what} of ${title}`, before[what], after[what]),
      ),
    );
    await page.close();
  }
  const head = ["scene", "geometries", "textures", "programs", "objects of WebGL", "audio nodes", "heap MB"];
  return {
    text: `Before and after ${MOUNTS} times of opening and closing a scene over a page while a sound plays, each measured while it is closed, the heap (without compiled code) and the nodes after a collection. All are in one WebGL context.\n\n${markdownTable(head, rows)}`,
    figures,
  };
}

const figureOf = (what: string, before: number, after: number): Figure => ({
  what: `more ${what}`,
  measured: before === 0 ? (after === 0 ? 0 : 100) : ((after - before) / before) * 100,
  target: MORE_PERCENT,
  unit: "%",
});

async function mount(page: Page, times: number, scene: number): Promise<void> {
  const picture = page.locator("[data-picture]");
  for (let time = 0; time < times; time += 1) {
    await open(page);
    await page.keyboard.press(String(scene + 1));
    await picture.locator("canvas[style*='opacity: 1']").waitFor();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await page.keyboard.press("Escape");
    await picture.waitFor({ state: "hidden" });
  }
}

/** What opens it may come after the page. */
async function open(page: Page): Promise<void> {
  const menu = page.getByRole("button", { name: "Scene: " });
  for (;;) {
    await page.keyboard.press("v");
    const isOpen = await menu.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
    if (isOpen) return;
  }
}

async function held(page: Page): Promise<Held> {
  const session = await page.context().newCDPSession(page);
  for (let round = 0; round < 4; round += 1) {
    await session.send("HeapProfiler.collectGarbage");
    await page.waitForTimeout(300);
  }
  const heapMb = await heldHeapMegabytes(session);
  await session.detach();
  const audioNodes = await page.evaluate(() => (window as unknown as { audioNodes: () => number }).audioNodes());
  return { ...(await gpuObjects(page)), heapMb, audioNodes };
}

/**
 * Counts the contexts and nodes of Web Audio that are not collected. The browser's own tools do so too, but keep every
 * closed context while they watch.
 */
async function countAudioNodes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const made: WeakRef<object>[] = [];
    for (const name of Object.getOwnPropertyNames(window)) {
      if (!/^(\w+Node|AudioContext|OfflineAudioContext)$/.test(name)) continue;
      const original = Reflect.get(window, name);
      if (typeof original !== "function" || name === "Node") continue;
      const counted = new Proxy(original, {
        construct(target, args, newTarget) {
          const one = Reflect.construct(target, args, newTarget);
          made.push(new WeakRef(one));
          return one;
        },
      });
      Object.defineProperty(window, name, { value: counted, configurable: true, writable: true });
    }
    Object.assign(window, { audioNodes: () => made.filter((one) => one.deref() !== undefined).length });
  });
}
