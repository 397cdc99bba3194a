import { decode } from "fast-png";
import sharp from "sharp";
import { afterEach, beforeAll, expect, it } from "vitest";
import { drawPicture } from "./picture";
import type { PublicItem } from "./schema";

const item = (changes: Partial<PublicItem>): PublicItem => ({
  ...{ id: "one", slug: "one", title: "Rain", description: "", tags: [], licence: "cc0", aiTraining: "allowed" },
  ...{ bpm: null, keyTonic: null, keyMode: null, seconds: 4, overview: null, hasPreview: true, artist: null },
  ...{ publishedAt: new Date(0), updatedAt: new Date(0) },
  ...changes,
});
const overview = (level: (at: number) => number) =>
  Buffer.from(Array.from({ length: 96 }, (_, at) => level(at))).toString("base64");

// Covers are read in a process of their own, which reads no SVG any more. Their tests run in this one.
beforeAll(() => sharp.unblock({ operation: ["VipsForeignLoadSvg"] }));

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

/** Pixels of the waveform's colour in a column of the picture. */
function barHeight(png: ReturnType<typeof decode>, x: number): number {
  let height = 0;
  for (let y = 150; y < 530; y++) {
    const at = (y * png.width + x) * png.channels;
    const [red = 0, green = 0, blue = 0] = png.data.subarray(at, at + 3);
    if (red < 60 && green > 180 && blue > 190) height += 1;
  }
  return height;
}

it("a picture shows the real waveform, and fetches nothing from anywhere", async () => {
  const asked: string[] = [];
  globalThis.fetch = (input, init) => {
    const url = String(input);
    if (url.startsWith("data:")) return realFetch(input, init);
    asked.push(url);
    return Promise.reject(new Error("a picture asked another server"));
  };
  const title = "Ünïcode 日本の雨 🎵 مطر C♯ <b>&amp;</b>";
  const rising = decode(await drawPicture(item({ id: "a", title, overview: overview((at) => at * 2.6) })));
  expect([rising.width, rising.height]).toEqual([1200, 630]);
  const heights = [70, 600, 1125].map((x) =>
    Math.max(barHeight(rising, x), barHeight(rising, x + 4), barHeight(rising, x - 4)),
  );
  expect(heights[0]).toBeLessThan(20);
  expect(heights[1]).toBeGreaterThan(90);
  expect(heights[2]).toBeGreaterThan(210);
  const flat = decode(await drawPicture(item({ id: "b", overview: null })));
  expect(Math.max(...[68, 70, 72].map((x) => barHeight(flat, x)))).toBeLessThan(10);
  expect(asked).toEqual([]);
}, 60_000);

it("a picture is drawn once until the item changes", () => {
  const [first, again, later] = [item({ id: "c" }), item({ id: "c" }), item({ id: "c", updatedAt: new Date(1) })];
  expect(drawPicture(first)).toBe(drawPicture(again));
  expect(drawPicture(later)).not.toBe(drawPicture(first));
});
