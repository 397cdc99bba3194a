import { ImageResponse } from "next/og";
import { createElement as h } from "react";
import { nameOf, titleOf } from "./addresses";
import { PICTURE_HEIGHT, PICTURE_WIDTH } from "./constants";
import { factsOf } from "./item-text";
import { drawableText } from "./picture-text";
import type { PublicItem } from "./schema";

const BACKGROUND = "#080c12";
const PRIMARY = "#10e6f5";
const TEXT = "#eef3f6";
const QUIET = "#a3adb8";
const WAVE_HEIGHT = 250;
const LEAST_BAR = 4;
const KEPT = 200;

/** The levels of a waveform, 0 to 1. A sound without one is drawn as a line. */
function levelsOf(overview: string | null): number[] {
  const bytes = overview === null ? [] : [...Buffer.from(overview, "base64")];
  return bytes.length === 0 ? Array<number>(96).fill(0) : bytes.map((byte) => byte / 255);
}

const bar = (level: number, at: number) => {
  const height = Math.max(LEAST_BAR, Math.round(level * WAVE_HEIGHT));
  return h("div", { key: at, style: { width: 7, height, borderRadius: 4, background: PRIMARY } });
};

function drawing(item: PublicItem) {
  const line = (text: string, size: number, color: string) =>
    h("div", { style: { display: "flex", fontSize: size, color, lineClamp: 2, wordBreak: "break-word" } }, text);
  const title = drawableText(titleOf(item), 60);
  const frame = { display: "flex", flexDirection: "column", justifyContent: "space-between" } as const;
  const wave = { display: "flex", alignItems: "center", justifyContent: "space-between", height: WAVE_HEIGHT } as const;
  return h(
    "div",
    { style: { ...frame, width: "100%", height: "100%", padding: 64, background: BACKGROUND } },
    h(
      "div",
      { style: { display: "flex", flexDirection: "column", gap: 10 } },
      line(title, 60, TEXT),
      line(item.artist ? drawableText(nameOf(item.artist), 60) : "", 34, QUIET),
    ),
    h("div", { style: wave }, levelsOf(item.overview).map(bar)),
    h(
      "div",
      { style: { display: "flex", justifyContent: "space-between" } },
      line(drawableText(factsOf(item), 60), 28, QUIET),
      line("SampleMind", 28, PRIMARY),
    ),
  );
}

/** Pictures that were drawn lately, by item and time of change. Drawing one takes a tenth of a second of a core. */
const drawn = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
let last: Promise<unknown> = Promise.resolve();

/** The picture that other sites show beside a link: title, artist and the real waveform, as PNG. One is drawn at a time. */
export function drawPicture(item: PublicItem): Promise<Uint8Array<ArrayBuffer>> {
  const key = `${item.id} ${item.updatedAt.getTime()}`;
  const known = drawn.get(key);
  if (known) return known;
  const turn = last.then(async () => {
    const answer = new ImageResponse(drawing(item), { width: PICTURE_WIDTH, height: PICTURE_HEIGHT });
    return new Uint8Array(await answer.arrayBuffer());
  });
  last = turn.catch(() => drawn.delete(key));
  drawn.set(key, turn);
  for (const oldest of drawn.keys()) {
    if (drawn.size <= KEPT) break;
    drawn.delete(oldest);
  }
  return turn;
}
