import type { PitchRow } from "./pitch-rows";

/** Chords are numbered: 0 … 11 are the major triads from C, 12 … 23 the minor ones, 24 is no chord. */
export const NO_CHORD = 24;
const STATES = NO_CHORD + 1;
/** A stretch of one chord, from row `from` to before row `to`. */
export type ChordSpan = { from: number; to: number; chord: number };

/** Semitones above the root. */
const TRIADS = { major: [0, 4, 7], minor: [0, 3, 7] };
/** What one tone brings with it, by semitones above: itself, its third and sixth partials, its fifth partial. */
const OVERTONES: [number, number][] = [
  [0, 1],
  [7, 0.25],
  [4, 0.15],
];
/** How much it counts that the bass has the root, beside the match of the whole. */
const BASS_WEIGHT = 0.2;
/** A worse match than this is no chord: single notes, clusters, drums. */
const NONE_MATCH = 0.7;
/** Cost of a change in units of match: about what half a second of a slightly better match gains. */
const CHANGE_COST = 0.38;
/** Rows with fewer audible frames than this say nothing. */
const FRAMES_MIN = 1;

/** Expected pitch classes of each triad, unit length. */
const TEMPLATES = Array.from({ length: NO_CHORD }, (_, chord) => {
  const template = new Float64Array(12);
  for (const tone of TRIADS[chord < 12 ? "major" : "minor"]) {
    for (const [above, strength] of OVERTONES) template[(chord + tone + above) % 12] += strength;
  }
  const length = Math.hypot(...template);
  return template.map((value) => value / length);
});

/**
 * The likeliest sequence of triads in rows of pitch classes: the cosine match with 24 templates, in which the bass counts
 * for the root, with a cost for every change, solved by dynamic programming (Viterbi). Spans shorter than `minRows` join
 * the neighbour that fits them better.
 *
 * @returns spans without gaps over all rows; none without rows
 */
export function decodeChords(rows: readonly PitchRow[], minRows: number): ChordSpan[] {
  if (rows.length === 0) return [];
  const matches = chordMatches(rows);
  return withoutShortSpans(spansOf(bestPath(matches, rows.length)), matches, minRows);
}

/** Match of every row with each of the 25 states, about 0 … 1.2, row after row. */
function chordMatches(rows: readonly PitchRow[]): Float64Array {
  const matches = new Float64Array(rows.length * STATES);
  const both = new Float64Array(12);
  rows.forEach(({ bass, treble, frames }, row) => {
    let lowSum = 0;
    let square = 0;
    for (let c = 0; c < 12; c++) {
      both[c] = treble[c] + 0.5 * bass[c];
      lowSum += bass[c];
      square += both[c] * both[c];
    }
    const at = row * STATES;
    matches[at + NO_CHORD] = frames < FRAMES_MIN || square === 0 ? 1 : NONE_MATCH;
    if (square === 0 || frames < FRAMES_MIN) return;
    const scale = 1 / Math.sqrt(square);
    for (let chord = 0; chord < NO_CHORD; chord++) {
      const template = TEMPLATES[chord];
      let product = 0;
      for (let c = 0; c < 12; c++) product += template[c] * both[c];
      matches[at + chord] = product * scale + (lowSum > 0 ? (BASS_WEIGHT * bass[chord % 12]) / lowSum : 0);
    }
  });
  return matches;
}

/** The state of each row on the path that collects most. */
function bestPath(matches: Float64Array, length: number): Uint8Array {
  const cameFrom = new Uint8Array(length * STATES);
  const score = new Float64Array(STATES);
  for (let row = 0; row < length; row++) {
    let best = 0;
    for (let state = 1; state < STATES; state++) if (score[state] > score[best]) best = state;
    const changed = score[best] - (row === 0 ? 0 : CHANGE_COST);
    for (let state = 0; state < STATES; state++) {
      const stays = score[state] >= changed;
      cameFrom[row * STATES + state] = stays ? state : best;
      score[state] = (stays ? score[state] : changed) + matches[row * STATES + state];
    }
  }
  const path = new Uint8Array(length);
  let state = score.indexOf(Math.max(...score));
  for (let row = length - 1; row >= 0; row--) {
    path[row] = state;
    state = cameFrom[row * STATES + state];
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
    for (let row = from; row < to; row++) sum += matches[row * STATES + chord];
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
