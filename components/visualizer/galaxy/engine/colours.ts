import { oklch, type Rgb } from "@/lib/format/oklch";
import { type GalaxyPoints, NO_BPM, NO_KEY } from "@/lib/galaxy/schema";

/** What the colour of a point can say. */
export const COLOURINGS = ["type", "key", "tempo", "tag"] as const;
export type Colouring = (typeof COLOURINGS)[number];
export type Theme = "dark" | "light";

/** One line of the legend: points that belong together. */
export interface LegendEntry {
  /** A tag as it is, or else marked words, which are translated where they are shown. */
  label: string;
  isTag: boolean;
  rgb: Rgb;
  /** Points of this line. */
  count: number;
}

export interface Painting {
  entries: LegendEntry[];
  /** The line of the legend that each point belongs to. */
  groups: Uint8Array;
  /** Red, green and blue of each point. */
  rgb: Uint8Array;
}

/** Marks words that the application translates where it shows them. */
const msg = (english: string): string => english;

/** Tags that have a colour of their own. */
const TAGS_SHOWN = 10;
const NO_TAG = 255;
/** The highest tempo of each line but the last, in tenths of a beat a minute. */
const TEMPO_ENDS = [799, 999, 1199, 1399, 1599] as const;
const TEMPO_LABELS = [msg("Under 80"), "80–99", "100–119", "120–139", "140–159", msg("160 and more")];
/** From C along the fifths, each with its relative minor. */
const FIFTHS = ["C", "G", "D", "A", "E", "B", "F♯", "D♭", "A♭", "E♭", "B♭", "F"] as const;
const RELATIVES = ["A", "E", "B", "F♯", "C♯", "G♯", "E♭", "B♭", "F", "C", "G", "D"] as const;

/** The lightness at which colours are told from the background of a theme, and still look calm. */
const LEVEL = { dark: { lightness: 0.76, chroma: 0.115 }, light: { lightness: 0.53, chroma: 0.15 } } as const;
const NEUTRAL = { dark: oklch(0.52, 0.025, 250), light: oklch(0.62, 0.025, 250) } as const;

const hued = (theme: Theme, hue: number, lighter = 0): Rgb =>
  oklch(LEVEL[theme].lightness + lighter, LEVEL[theme].chroma, hue);

/** Where a key of the columns stands on the circle of fifths, 0 … 11; a minor key beside its relative major. */
export function fifthOf(key: number): number {
  const major = key < 12 ? key : (key - 12 + 3) % 12;
  return (major * 7) % 12;
}

interface Scheme {
  labels: readonly string[];
  colours: readonly Rgb[];
  groupOf(index: number): number;
}

/** The last line of every scheme is of those points that have no such value. */
const SCHEMES: Record<Colouring, (points: GalaxyPoints, theme: Theme, tags: readonly string[]) => Scheme> = {
  type: ({ kinds }, theme) => ({
    labels: [msg("One-shots"), msg("Loops"), msg("Tracks"), msg("No type")],
    colours: [hued(theme, 205), hued(theme, 312), hued(theme, 80), NEUTRAL[theme]],
    groupOf: (index) => [3, 0, 1, 2][kinds[index] ?? 0] ?? 3,
  }),
  key: ({ keys }, theme) => ({
    labels: [...FIFTHS.map((name, at) => `${name} · ${RELATIVES[at]}m`), msg("No key")],
    colours: [...FIFTHS.map((_, at) => hued(theme, 25 + at * 30)), NEUTRAL[theme]],
    groupOf: (index) => {
      const key = keys[index] ?? NO_KEY;
      return key === NO_KEY ? 12 : fifthOf(key);
    },
  }),
  tempo: ({ bpmTenths }, theme) => ({
    labels: [...TEMPO_LABELS, msg("No tempo")],
    // Slow is cold and deep, fast is warm and light: lightness alone tells the order too.
    colours: [
      ...TEMPO_LABELS.map((_, at) => hued(theme, 285 - at * 44 + (at > 3 ? -20 : 0), (at - 2.5) * 0.035)),
      NEUTRAL[theme],
    ],
    groupOf: (index) => {
      const tenths = bpmTenths[index] ?? NO_BPM;
      if (tenths === NO_BPM) return TEMPO_LABELS.length;
      const at = TEMPO_ENDS.findIndex((end) => tenths <= end);
      return at < 0 ? TEMPO_ENDS.length : at;
    },
  }),
  tag: ({ tags: column }, theme, tags) => {
    const shown = Math.min(TAGS_SHOWN, tags.length);
    return {
      labels: [...tags.slice(0, shown), msg("Other or no tag")],
      // Neighbours in the list are far from each other in hue.
      colours: [...tags.slice(0, shown).map((_, at) => hued(theme, 205 + at * 137.5)), NEUTRAL[theme]],
      groupOf: (index) => {
        const tag = column[index] ?? NO_TAG;
        return Math.min(tag, shown);
      },
    };
  },
};

/** The colours of all points by one attribute, and the legend to them. `tags`: what the column of tags points at. */
export function paint(points: GalaxyPoints, colouring: Colouring, theme: Theme, tags: readonly string[]): Painting {
  const { labels, colours, groupOf } = SCHEMES[colouring](points, theme, tags);
  const groups = new Uint8Array(points.count);
  const rgb = new Uint8Array(points.count * 3);
  const counts = labels.map(() => 0);
  for (let index = 0; index < points.count; index++) {
    const group = groupOf(index);
    groups[index] = group;
    counts[group] = (counts[group] ?? 0) + 1;
    const [red, green, blue] = colours[group] ?? NEUTRAL[theme];
    // Minor is the darker sister of its relative major.
    const isMinor = colouring === "key" && (points.keys[index] ?? 0) >= 12 && points.keys[index] !== NO_KEY;
    const shade = isMinor ? 0.78 : 1;
    rgb[index * 3] = red * shade;
    rgb[index * 3 + 1] = green * shade;
    rgb[index * 3 + 2] = blue * shade;
  }
  const entries = labels.map((label, at) => ({
    ...{ label, rgb: colours[at] ?? NEUTRAL[theme], count: counts[at] ?? 0 },
    isTag: colouring === "tag" && at < labels.length - 1,
  }));
  return { entries, groups, rgb };
}
