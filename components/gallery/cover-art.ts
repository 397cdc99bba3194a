import { overviewBars } from "@/components/waveform/overview-bars";
import { hueOfPitchClass } from "@/components/waveform/segment-colours";
import { type Oklch, toHex } from "./cover-colour";

/** What a cover is drawn from: all of it measured, so that the same sound has the same cover everywhere. */
export interface CoverValues {
  kind: "one-shot" | "loop" | "track" | null;
  bpm: number | null;
  /** 0 = C. */
  keyTonic: number | null;
  keyMode: "major" | "minor" | null;
  lufs: number | null;
  seconds: number;
  /** 96 levels, base64. */
  overview: string | null;
}

export type Point = readonly [x: number, y: number];
export interface CoverShape {
  points: readonly Point[];
  fill: string;
}

/** A picture of 100 by 100: shapes over each other, on one colour. */
export interface CoverArt {
  background: string;
  shapes: readonly CoverShape[];
}

export const COVER_SIZE = 100;
const RELATIVE_MAJOR = 3;
const QUIETEST_LUFS = -36;
const LOUDEST_LUFS = -5;
const TURN = 2 * Math.PI;

/**
 * The hue is that of the key, as everywhere; light and colour grow with the loudness; the number of stripes is that of the
 * tempo; the form is that of the kind, and its outline that of the waveform.
 */
export function coverArt(values: CoverValues): CoverArt {
  const levels = levelsOf(values.overview);
  const random = randomOf(values, levels);
  const colours = coloursOf(values, random);
  const shapes = [
    ...ground(values, colours, random),
    ...FORMS[values.kind ?? "unknown"](values, levels, colours, random),
  ];
  return {
    background: toHex(colours.back),
    shapes: shapes.map(({ points, fill }) => ({ points, fill: toHex(fill) })),
  };
}

interface Shape {
  points: Point[];
  fill: Oklch;
}
interface Colours {
  back: Oklch;
  side: Oklch;
  front: Oklch;
  accent: Oklch;
}
type Random = () => number;
type Form = (values: CoverValues, levels: readonly number[], colours: Colours, random: Random) => Shape[];

function coloursOf({ keyTonic, keyMode, lufs }: CoverValues, random: Random): Colours {
  const tonic = keyTonic === null ? null : keyMode === "minor" ? keyTonic + RELATIVE_MAJOR : keyTonic;
  const hue = tonic === null ? 360 * random() : hueOfPitchClass(tonic);
  const colourful = tonic === null ? 0.5 : 1;
  const loud = loudness(lufs);
  const turn = [60, 100, 150, 180, 210, 300][Math.floor(random() * 6)] ?? 180;
  const light = keyMode === "major" ? 0.12 : 0;
  return {
    back: { l: 0.16 + 0.34 * loud + light, c: (0.03 + 0.11 * loud) * colourful, h: hue },
    side: { l: 0.24 + 0.3 * random() + light, c: 0.12 * colourful, h: hue + 25 - 50 * random() },
    front: { l: 0.68 + 0.22 * random(), c: 0.16 * colourful, h: hue },
    accent: { l: 0.6 + 0.3 * random(), c: 0.17, h: hue + turn },
  };
}

const loudness = (lufs: number | null) =>
  lufs === null ? 0.4 : Math.min(1, Math.max(0, (lufs - QUIETEST_LUFS) / (LOUDEST_LUFS - QUIETEST_LUFS)));

/** A half in another colour, and the stripes of the tempo across it. */
function ground({ bpm }: CoverValues, { side, back }: Colours, random: Random): Shape[] {
  const angle = TURN * random();
  const at = (along: number, across: number): Point => [
    50 + along * Math.cos(angle) - across * Math.sin(angle),
    50 + along * Math.sin(angle) + across * Math.cos(angle),
  ];
  const from = -30 + 60 * random();
  const half: Shape = { points: [at(from, -90), at(90, -90), at(90, 90), at(from, 90)], fill: side };
  if (bpm === null) return [half];
  const count = Math.min(10, Math.max(2, Math.round(bpm / 20)));
  const width = 120 / (count * 2);
  const fill = { ...back, l: Math.min(0.92, back.l + 0.13) };
  const stripes = Array.from({ length: count }, (_, stripe): Shape => {
    const start = -60 + stripe * width * 2;
    return { points: [at(start, -90), at(start + width, -90), at(start + width, 90), at(start, 90)], fill };
  });
  return [half, ...stripes.slice(0, Math.ceil(count * (0.4 + 0.6 * random())))];
}

/** A burst round a point: the attack at the top, the decay round the clock. */
const burst: Form = (_, levels, { front, accent, side }, random) => {
  const centre: Point = [30 + 40 * random(), 30 + 40 * random()];
  const begin = TURN * random();
  const size = 26 + 20 * random();
  const outline = (scale: number): Point[] =>
    reduced(levels, 32).map((level, at) =>
      onCircle(centre, size * scale * (0.3 + 1.1 * level), begin + (at / 32) * TURN),
    );
  return [
    { points: outline(1.15), fill: accent },
    { points: outline(0.8), fill: front },
    { points: circle(centre, 4 + 9 * random()), fill: side },
  ];
};

/** A ring that closes: bars of the waveform, which goes on from its end. */
const ring: Form = (_, levels, { front, accent }, random) => {
  const centre: Point = [42 + 16 * random(), 42 + 16 * random()];
  const begin = TURN * random();
  const inner = 10 + 14 * random();
  const count = 24;
  const bars = reduced(levels, count).map((level, at): Shape => {
    const [from, to] = [begin + (at / count) * TURN, begin + ((at + 0.72) / count) * TURN];
    const outer = inner + 4 + 30 * level;
    return {
      points: [
        onCircle(centre, inner, from),
        onCircle(centre, outer, from),
        onCircle(centre, outer, to),
        onCircle(centre, inner, to),
      ],
      fill: at % 4 === 0 ? accent : front,
    };
  });
  const disc: Shape = { points: circle(centre, inner * (0.3 + 0.5 * random())), fill: accent };
  // They do not touch, and those of one colour are one path.
  return [...bars.filter(({ fill }) => fill === front), ...bars.filter(({ fill }) => fill === accent), disc];
};

/** Hills before each other under a disc: the waveform from its beginning to its end. */
const hills: Form = (_, levels, { front, accent, side }, random) => {
  const sun = circle([15 + 70 * random(), 14 + 32 * random()], 8 + 14 * random());
  const base = 48 + 20 * random();
  const hill = (top: number, height: number, shift: number, fill: Oklch): Shape => {
    const heights = reduced(levels, 24);
    const ridge = heights.map((_, at): Point => [(at / 23) * 100, top - height * (heights[(at + shift) % 24] ?? 0)]);
    return { points: [[0, 100], ...ridge, [100, 100]], fill };
  };
  const shift = Math.floor(random() * 24);
  return [
    { points: sun, fill: accent },
    hill(base, 34, shift, { ...front, l: front.l - 0.28 }),
    hill(base + 16, 30, 0, front),
    hill(base + 34, 22, 12, { ...side, l: side.l * 0.7 }),
  ];
};

/** A band from corner to corner, where it is not known what kind of sound it is. */
const band: Form = (_, levels, { front, accent }, random) => {
  const isDown = random() < 0.5;
  const heights = reduced(levels, 24);
  const y = (at: number) => (isDown ? at : 23 - at) * (100 / 23);
  const edge = (sign: number): Point[] =>
    heights.map((level, at): Point => [(at / 23) * 100, y(at) + sign * (4 + 26 * level)]);
  const dot = circle([isDown ? 75 : 25, 20 + 10 * random()], 5 + 12 * random());
  return [
    { points: [...edge(-1), ...edge(1).reverse()], fill: front },
    { points: dot, fill: accent },
  ];
};

const FORMS: Record<NonNullable<CoverValues["kind"]> | "unknown", Form> = {
  "one-shot": burst,
  loop: ring,
  track: hills,
  unknown: band,
};

const onCircle = ([x, y]: Point, radius: number, angle: number): Point => [
  x + radius * Math.sin(angle),
  y - radius * Math.cos(angle),
];
const circle = (centre: Point, radius: number): Point[] =>
  Array.from({ length: 28 }, (_, at) => onCircle(centre, radius, (at / 28) * TURN));

/** The highest of each part, and the loudest of all at 1: how loud it is, the colour says. */
function reduced(levels: readonly number[], count: number): number[] {
  const parts = Array.from({ length: count }, (_, part) => {
    const from = Math.floor((part / count) * levels.length);
    const to = Math.max(from + 1, Math.floor(((part + 1) / count) * levels.length));
    return Math.max(...levels.slice(from, to));
  });
  const most = Math.max(...parts);
  return parts.map((level) => (most > 0 ? level / most : 0));
}

const FLAT = Array.from({ length: 96 }, () => 0.5);

function levelsOf(overview: string | null): number[] {
  const levels = overviewBars(overview);
  return levels.length === 0 ? FLAT : levels;
}

/** Numbers that look like chance, and are the same for the same sound: FNV-1a of all values, then mulberry32. */
function randomOf(values: CoverValues, levels: readonly number[]): Random {
  const { kind, bpm, keyTonic, keyMode, lufs, seconds } = values;
  const text = JSON.stringify([kind, bpm?.toFixed(1), keyTonic, keyMode, lufs?.toFixed(1), seconds.toFixed(2), levels]);
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
