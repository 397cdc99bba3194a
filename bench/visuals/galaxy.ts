import { measureLayouts } from "@/bench/galaxy/layouts";
import { markdownTable } from "@/bench/report/markdown-table";
import { quantile } from "@/bench/search/quantile";
import type { Visit } from "./browser";
import { firstPictures, galaxyFrames } from "./galaxy-frames";
import { type Figure, type Part, quantiles } from "./report";

const SIZES = [1000, 10_000, 50_000];
/** 20 frames a second. */
const FRAME_MS = 50;
/** From the beginning of the navigation, for the whole library. */
const FIRST_PICTURE_MS = 1000;
const LEAST_TRUST = 0.9;

const count = (points: number) => points.toLocaleString("en-GB");

/** Frame times of the galaxy while somebody turns it, and when it is first seen. */
export async function measureGalaxyFrames(visit: Visit): Promise<Part> {
  const measured = await galaxyFrames(visit, SIZES);
  const rows = measured.map(({ points, frames }) => [count(points), ...quantiles(frames), String(frames.length)]);
  const [first, again] = [
    quantile(await firstPictures(visit, { isNew: true }), 0.5),
    quantile(await firstPictures(visit, { isNew: false }), 0.5),
  ];
  const table = markdownTable(["points", "p50 ms", "p95 ms", "p99 ms", "frames"], rows);
  return {
    text: `Times between frames while a hand turns the map of 1280 × 720.\n\n${table}\n\nFirst points on screen after the navigation, with all of them: ${first.toFixed(0)} ms in a browser that has nothing of the page yet, ${again.toFixed(0)} ms in one that has been there.`,
    figures: [
      ...measured.map(({ points, frames }) => ({
        what: `p50 of ${count(points)} points`,
        ...{ measured: quantile([...frames], 0.5), target: FRAME_MS, unit: "ms" as const },
      })),
      { what: "first points on screen", measured: first, target: FIRST_PICTURE_MS, unit: "ms" },
      { what: "first points on screen, again", measured: again, target: FIRST_PICTURE_MS, unit: "ms" },
    ],
  };
}

/** How long a layout takes, and how well it keeps neighbours. `bench:galaxy` says more about it. */
export function measureGalaxyLayouts(seed: number): Part {
  const measured = SIZES.map((size) => measureLayouts(size, seed));
  const rows = measured.map(({ points, seconds, fresh }) => [
    count(points),
    `${seconds.toFixed(1)} s`,
    fresh.trustworthiness.toFixed(3),
  ]);
  const figures = measured.map(
    ({ points, fresh }): Figure => ({
      what: `trustworthiness of ${count(points)} points`,
      ...{ measured: fresh.trustworthiness, target: LEAST_TRUST, isLeast: true, unit: "" },
    }),
  );
  return {
    text: `Layouts of generated sounds on one core; trustworthiness at 15, for 500 points.\n\n${markdownTable(["points", "layout", "trustworthiness"], rows)}`,
    figures,
  };
}
