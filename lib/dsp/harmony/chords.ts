import type { FineChroma } from "./hpcp";
import { FINE_BINS, tuningWeights } from "./hpcp";

/** 0 … 11 major triads from C, 12 … 23 minor, 24 none. */
export const NO_CHORD = 24;
/** A stretch of one chord; rows as given, `to` exclusive. */
export type ChordSpan = { from: number; to: number; chord: number };

const TRIADS = { major: [0, 4, 7], minor: [0, 3, 7] };
/** What one tone brings besides itself: its third and sixth partials a fifth above, its fifth a major third above. */
const OVERTONES: [number, number][] = [
  [0, 1],
  [7, 0.25],
  [4, 0.15],
];
/** How much the bass naming the root counts beside the match of the whole. */
const BASS_WEIGHT = 0.2;
/** A match this poor is no chord: single notes, clusters, drums. */
const NONE_MATCH = 0.7;
/** Nepers lost per change, in units of match: about what half a second of a slightly better match gains. */
const CHANGE_COST = 0.38;
/** Rows too faint in pitch to say anything (fewer frames heard than this). */
const FRAMES_MIN = 1;

const TEMPLATES = Array.from({ length: 24 }, (_, chord) => {
  const template = new Float64Array(12);
  for (const tone of TRIADS[chord < 12 ? "major" : "minor"]) {
    for (const [above, strength] of OVERTONES) template[(chord + tone + above) % 12] += strength;
  }
  const length = Math.hypot(...template);
  return template.map((value) => value / length);
});

/**
 * The most likely sequence of triads in rows of fine chroma at a tuning: cosine match with 24 templates, the bass
 * counting for the root, a cost for every change, solved by dynamic programming (Viterbi).
 * Spans shorter than `minRows` join the neighbour that fits them better.
 */
export function decodeChords(rows: readonly FineChroma[], tuningCents: number, minRows: number): ChordSpan[] {
  if (rows.length === 0) return [];
  const matches = chordMatches(rows, tuningCents);
  return withoutShortSpans(spansOf(bestPath(matches, rows.length)), matches, minRows);
}

/** Match of every row with each of the 25 states, row after row. */
function chordMatches(rows: readonly FineChroma[], tuningCents: number): Float64Array {
  const { classes, weights } = tuningWeights(tuningCents);
  const matches = new Float64Array(rows.length * 25);
  const both = new Float64Array(12);
  const low = new Float64Array(12);
  rows.forEach(({ bass, treble, frames }, row) => {
    both.fill(0);
    low.fill(0);
    let lowSum = 0;
    for (let i = 0; i < FINE_BINS; i++) {
      const c = classes[i];
      both[c] += weights[i] * (treble[i] + 0.5 * bass[i]);
      low[c] += weights[i] * bass[i];
      lowSum += weights[i] * bass[i];
    }
    let square = 0;
    for (let c = 0; c < 12; c++) square += both[c] * both[c];
    const at = row * 25;
    matches[at + NO_CHORD] = frames < FRAMES_MIN || square === 0 ? 1 : NONE_MATCH;
    if (square === 0 || frames < FRAMES_MIN) return;
    const scale = 1 / Math.sqrt(square);
    for (let chord = 0; chord < 24; chord++) {
      const template = TEMPLATES[chord];
      let product = 0;
      for (let c = 0; c < 12; c++) product += template[c] * both[c];
      matches[at + chord] = product * scale + (lowSum > 0 ? (BASS_WEIGHT * low[chord % 12]) / lowSum : 0);
    }
  });
  return matches;
}

function bestPath(matches: Float64Array, length: number): Uint8Array {
  const cameFrom = new Uint8Array(length * 25);
  const score = new Float64Array(25);
  for (let row = 0; row < length; row++) {
    let best = 0;
    for (let state = 1; state < 25; state++) if (score[state] > score[best]) best = state;
    const changed = score[best] - (row === 0 ? 0 : CHANGE_COST);
    for (let state = 0; state < 25; state++) {
      const stays = score[state] >= changed;
      cameFrom[row * 25 + state] = stays ? state : best;
      score[state] = (stays ? score[state] : changed) + matches[row * 25 + state];
    }
  }
  const path = new Uint8Array(length);
  let state = score.indexOf(Math.max(...score));
  for (let row = length - 1; row >= 0; row--) {
    path[row] = state;
    state = cameFrom[row * 25 + state];
  }
  return path;
}

function spansOf(path: Uint8Array): ChordSpan[] {
  const spans: ChordSpan[] = [];
  path.forEach((chord, row) => {
    const last = spans.at(-1);
    if (last?.chord === chord) last.to = row + 1;
    else spans.push({ from: row, to: row + 1, chord });
  });
  return spans;
}

function withoutShortSpans(spans: ChordSpan[], matches: Float64Array, minRows: number): ChordSpan[] {
  const matchOf = ({ from, to }: ChordSpan, chord: number) => {
    let sum = 0;
    for (let row = from; row < to; row++) sum += matches[row * 25 + chord];
    return sum;
  };
  const kept: ChordSpan[] = [];
  spans.forEach((span, index) => {
    const before = kept.at(-1);
    const next = spans[index + 1];
    if (span.to - span.from < minRows && (before || next)) {
      if (before && (!next || matchOf(span, before.chord) >= matchOf(span, next.chord))) before.to = span.to;
      else if (next) next.from = span.from;
    } else if (before?.chord === span.chord) before.to = span.to;
    else kept.push({ ...span });
  });
  return kept;
}
