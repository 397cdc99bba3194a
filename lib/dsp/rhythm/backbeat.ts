import type { RhythmProfile } from "./rhythm-profile";

/** A hit is the largest value within this many frames; mid and high band may peak a little apart. */
const REACH_FRAMES = 3;
/** The level of a band's clear hits is this quantile of its peaks. */
const CLEAR_QUANTILE = 0.95;
/** Kicks have this share of the clear level of the low band at least, snares this of the mid and that of the high band. */
const HIT_SHARE = 0.45;
const SNARE_HIGH_SHARE = 0.8;
/** Fewer snares show no backbeat. */
const SNARES_MIN = 7;
/** How far a hit may be off its place, as a share of a beat. */
const TOLERANCE_BEATS = 0.1;
/** A drum stands out: the high band a beat away has this share of it at most. Chords on the off-beat do not. */
const HIGH_SHARE_MAX = 0.8;

/** The clear hits of a profile, in frames, ascending. A kick is strong in the low band, a snare in the other two. */
type DrumHits = { kicks: number[]; snares: number[] };

/**
 * Which share of the snares, 0 … 1, stands in a backbeat at `bpm`: two beats from the next or the last snare, none on
 * the beats beside it, and one beat from a kick. Rock and dance drums have it at their beat. At half that tempo every
 * snare would fall between two beats, which hardly any music has. 0 without drums that stand out.
 */
export function backbeat(profile: RhythmProfile, bpm: number): number {
  const { kicks, snares } = drumHits(profile);
  if (snares.length < SNARES_MIN) return 0;
  const beat = (60 * profile.framesPerSecond) / bpm;
  const reach = TOLERANCE_BEATS * beat;
  const has = (hits: number[], at: number) => hits.some((hit) => Math.abs(hit - at) <= reach);
  const ways = [-beat, beat];
  const high = profile.onsets[2];
  if (
    ways.some(
      (way) => median(snares.map((at) => strengthNear(high, at + way) / strengthNear(high, at))) > HIGH_SHARE_MAX,
    )
  )
    return 0;
  const counted = snares.filter(
    (at) =>
      ways.some((way) => has(snares, at + 2 * way)) &&
      !ways.some((way) => has(snares, at + way)) &&
      ways.some((way) => has(kicks, at + way)),
  );
  return counted.length / snares.length;
}

function drumHits({ onsets: [low, mid, high] }: RhythmProfile): DrumHits {
  const [lowLevel, midLevel, highLevel] = [low, mid, high].map(clearLevel);
  const snares = peaks(mid).filter(
    (at) => mid[at] >= HIT_SHARE * midLevel && strengthNear(high, at) >= SNARE_HIGH_SHARE * highLevel,
  );
  const isSnare = (at: number) => snares.some((snare) => Math.abs(snare - at) <= REACH_FRAMES);
  const kicks = peaks(low).filter((at) => low[at] >= HIT_SHARE * lowLevel && !isSnare(at));
  return { kicks, snares };
}

function peaks(band: Float64Array): number[] {
  const found: number[] = [];
  for (let i = 0; i < band.length; i++) {
    if (band[i] > 0 && band[i] >= strengthNear(band, i) && band[i] > (band[i + 1] ?? 0)) found.push(i);
  }
  return found;
}

function clearLevel(band: Float64Array): number {
  const heights = peaks(band)
    .map((at) => band[at])
    .sort((a, b) => a - b);
  return heights[Math.floor(CLEAR_QUANTILE * (heights.length - 1))] ?? 0;
}

/** The largest value near a place, which need not be whole. */
function strengthNear(band: Float64Array, at: number): number {
  const centre = Math.round(at);
  let largest = 0;
  for (let i = centre - REACH_FRAMES; i <= centre + REACH_FRAMES; i++) largest = Math.max(largest, band[i] ?? 0);
  return largest;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
