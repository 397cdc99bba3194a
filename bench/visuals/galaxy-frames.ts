import type { Page } from "@playwright/test";
import { decodeGalaxy, encodeGalaxy, type GalaxyPoints } from "@/lib/galaxy/schema";
import type { Visit } from "./browser";

export interface GalaxyFrames {
  points: number;
  /** Milliseconds between the frames of the screen while the camera moves. */
  frames: number[];
}

const MAP = { width: 1280, height: 720 };
const SETTLE_MS = 2500;
const MOVE_MS = 6000;
const STEP_PX = 9;
const VISITS = 9;

const mapOf = (page: Page) => page.getByRole("application", { name: /^Map of/ });

/**
 * Frames of the galaxy on a map of 1280×720 while a hand turns it: with all points of the visited library, and with as
 * many of them as each of `counts` says.
 */
export async function galaxyFrames({ origin, context }: Visit, counts: readonly number[]): Promise<GalaxyFrames[]> {
  const answer = await context.request.get(`${origin}/api/v1/galaxy`);
  const all = decodeGalaxy(Uint8Array.from(await answer.body()).buffer);
  const measured: GalaxyFrames[] = [];
  for (const count of counts) {
    const page = await context.newPage();
    const body = Buffer.from(encodeGalaxy(thinned(all, count)));
    if (count < all.count)
      await page.route("**/api/v1/galaxy", (route) => route.fulfill({ contentType: "application/octet-stream", body }));
    await openMap(page, origin);
    measured.push({ points: Math.min(count, all.count), frames: await turn(page) });
    await page.close();
  }
  return measured;
}

/** So many of the points, from everywhere. */
function thinned(points: GalaxyPoints, wanted: number): GalaxyPoints {
  const count = Math.min(wanted, points.count);
  const pick = <Column extends Uint8Array | Uint16Array | Float32Array>(column: Column, size: number): Column => {
    const kept = column.slice(0, count * size);
    for (let index = 0; index < count; index++) {
      const from = Math.floor((index * points.count) / count) * size;
      kept.set(column.subarray(from, from + size), index * size);
    }
    return kept as Column;
  };
  return {
    ...{ count, layout: points.layout, ids: pick(points.ids, 16), positions: pick(points.positions, 3) },
    ...{ bpmTenths: pick(points.bpmTenths, 1), keys: pick(points.keys, 1), kinds: pick(points.kinds, 1) },
    tags: pick(points.tags, 1),
  };
}

/** Opens the map and lets it fill a window of its size: the page gives it less. */
async function openMap(page: Page, origin: string): Promise<void> {
  await page.setViewportSize(MAP);
  await page.goto(`${origin}/galaxy`);
  await mapOf(page).and(page.locator("[aria-busy=false]")).waitFor();
  await page.addStyleTag({ content: "[role=application] { position: fixed !important; inset: 0; z-index: 1000 }" });
  await page.waitForTimeout(SETTLE_MS);
}

/** Turns the map by hand for some seconds, there and back. */
async function turn(page: Page): Promise<number[]> {
  const box = await mapOf(page).boundingBox();
  if (!box || Math.round(box.width) !== MAP.width || Math.round(box.height) !== MAP.height)
    throw new Error(`the map is ${box?.width}×${box?.height}`);
  let [x, y] = [box.x + MAP.width / 2, box.y + MAP.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = 0;
    const look = (now: number) => {
      if (last > 0) frames.push(now - last);
      last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, { frames });
  });
  const endAt = performance.now() + MOVE_MS;
  for (let step = 0; performance.now() < endAt; step++) {
    const isThere = Math.floor(step / 40) % 2 === 0;
    x += isThere ? STEP_PX : -STEP_PX;
    y += isThere ? 2 : -2;
    await page.mouse.move(x, y);
    await page.waitForTimeout(12);
  }
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames);
  await page.mouse.up();
  return frames;
}

/**
 * Milliseconds from the beginning of each of some navigations until points are to be seen on the map: a hundredth of its
 * pixels differ from the background. `isNew`: the browser has nothing of it from an earlier visit.
 */
export async function firstPictures({ origin, context }: Visit, { isNew }: { isNew: boolean }): Promise<number[]> {
  const taken: number[] = [];
  for (let visit = 0; visit <= VISITS; visit++) {
    const page = await context.newPage();
    if (isNew) await (await context.newCDPSession(page)).send("Network.clearBrowserCache");
    await page.setViewportSize(MAP);
    await page.addInitScript(watchPicture);
    await page.goto(`${origin}/galaxy`, { waitUntil: "commit" });
    await page.waitForFunction(() => "pictureMs" in window, null, { polling: 50 });
    // The first one warms the server and the cache of scripts up.
    if (visit > 0) taken.push(await page.evaluate(() => (window as unknown as { pictureMs: number }).pictureMs));
    await page.close();
  }
  return taken;
}

/** In the page: notes when the first points were drawn. */
function watchPicture(): void {
  const getContext = HTMLCanvasElement.prototype.getContext;
  // So that what was drawn can be read after the frame.
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, options?: object) {
    const given = kind.startsWith("webgl") ? { ...options, preserveDrawingBuffer: true } : options;
    return Reflect.apply(getContext, this, [kind, given]);
  } as typeof getContext;
  const small = document.createElement("canvas");
  [small.width, small.height] = [128, 72];
  const pen = Reflect.apply(getContext, small, ["2d", { willReadFrequently: true }]) as CanvasRenderingContext2D;
  const isDrawn = (canvas: HTMLCanvasElement) => {
    pen.drawImage(canvas, 0, 0, small.width, small.height);
    const { data } = pen.getImageData(0, 0, small.width, small.height);
    let drawn = 0;
    for (let at = 0; at < data.length; at += 4) {
      const away = [0, 1, 2].map((channel) => Math.abs((data[at + channel] ?? 0) - (data[channel] ?? 0)));
      if (Math.max(...away) > 24) drawn += 1;
    }
    return drawn > (small.width * small.height) / 100;
  };
  const look = () => {
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>("canvas[data-kind]")];
    if (canvases.some((canvas) => canvas.width > 300 && isDrawn(canvas)))
      Object.assign(window, { pictureMs: performance.now() });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
