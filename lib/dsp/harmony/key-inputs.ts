import { FeatureLayout } from "@/lib/dsp/learned/feature-layout";
import { decodeChords, NO_CHORD } from "./chords";
import { type PitchRow, sumRows } from "./pitch-rows";

const CLASSES = 12;
/** Semitones above the tonic. */
export const DEGREES = ["1", "b2", "2", "b3", "3", "4", "b5", "5", "b6", "6", "b7", "7"];
const TRIADS = ["major", "minor"].flatMap((mode) => DEGREES.map((degree) => `${mode} ${degree}`));
const STEPS = DEGREES.flatMap((from) => DEGREES.map((to) => `${from} ${to}`));

/**
 * What a key is chosen by, seen from its tonic. Of each degree the root of its share, 0 … 1: of treble and bass (scaled
 * down where there is hardly a bass) and of both together, over the whole, the opening and the ending; of what is held
 * for long; of the triads that are held; and of the steps from one degree to another.
 */
export const KEY_LAYOUT = new FeatureLayout({
  treble: DEGREES,
  bass: DEGREES,
  both: DEGREES,
  openingTreble: DEGREES,
  openingBass: DEGREES,
  openingBoth: DEGREES,
  endingTreble: DEGREES,
  endingBass: DEGREES,
  endingBoth: DEGREES,
  held: DEGREES,
  triads: TRIADS,
  steps: STEPS,
  presence: "value",
});

/** Share of the energy from which what lies in the range of a bass is a bass. */
const BASS_SHARE = 0.1;
/** From this presence on the bass counts for the roots of triads. */
const BASS_HEARD = 0.5;
/** Audible rows of the opening and of the ending: one and a half seconds each. */
const END_ROWS = 8;
/** Rows over which a pitch must go on to count as held: as long. */
const HELD_ROWS = 8;

/** Shares of the twelve pitch classes from C, each summing to 1, or all 0; `presence` is 0 without a bass, 1 with one. */
export type PitchShares = { treble: Float64Array; bass: Float64Array; both: Float64Array; presence: number };

export function pitchShares({ treble, bass, bassShare, frames }: PitchRow): PitchShares {
  const share = frames > 0 ? bassShare / frames : 0;
  const [high, low] = [summingToOne(treble), summingToOne(bass)];
  const both = high.map((value, i) => (1 - share) * value + share * low[i]);
  return { treble: high, bass: low, both, presence: Math.min(1, share / BASS_SHARE) };
}

/** Roots of the shares, counted from a tonic. */
export const rootShares = (shares: Float64Array, tonic: number, scale = 1): Float64Array =>
  shares.map((_, degree) => scale * Math.sqrt(shares[(tonic + degree) % CLASSES]));

/** The evidence for the key of a piece, from any tonic. */
export class KeyEvidence {
  readonly whole: PitchShares;
  private readonly opening: PitchShares;
  private readonly ending: PitchShares;
  private readonly held: Float64Array;
  private readonly triads: Float64Array;
  private readonly steps: Float64Array;

  constructor(rows: readonly PitchRow[]) {
    const audible = rows.filter(({ frames }) => frames > 0);
    const each = audible.map((row) => pitchShares(row).both);
    this.whole = pitchShares(sumRows(rows));
    this.opening = pitchShares(sumRows(audible, 0, Math.min(END_ROWS, audible.length)));
    this.ending = pitchShares(sumRows(audible, Math.max(0, audible.length - END_ROWS)));
    this.held = heldShares(each);
    this.triads = triadShares(this.whole.presence < BASS_HEARD ? rows.map(withoutBass) : rows);
    this.steps = stepShares(each);
  }

  /** The inputs for a tonic (pitch class from C), as {@link KEY_LAYOUT} says. */
  inputs(tonic: number): Float64Array {
    const { whole, opening, ending } = this;
    const range = ({ treble, bass, both, presence }: PitchShares) => ({
      treble: rootShares(treble, tonic, presence),
      bass: rootShares(bass, tonic, presence),
      both: rootShares(both, tonic),
    });
    const [first, last] = [range(opening), range(ending)];
    const turned = (triads: Float64Array) => [
      ...rootShares(triads.subarray(0, CLASSES), tonic),
      ...rootShares(triads.subarray(CLASSES), tonic),
    ];
    return KEY_LAYOUT.vector({
      ...range(whole),
      openingTreble: first.treble,
      openingBass: first.bass,
      openingBoth: first.both,
      endingTreble: last.treble,
      endingBass: last.bass,
      endingBoth: last.both,
      held: rootShares(this.held, tonic),
      triads: turned(this.triads),
      steps: turnedSteps(this.steps, tonic),
      presence: whole.presence,
    });
  }
}

function turnedSteps(steps: Float64Array, tonic: number): Float64Array {
  return steps.map((_, index) => {
    const from = (Math.floor(index / CLASSES) + tonic) % CLASSES;
    const to = (index + tonic) % CLASSES;
    return Math.sqrt(steps[from * CLASSES + to]);
  });
}

/** Mean square of the shares over windows: what goes on for long outweighs what passes. */
function heldShares(rows: readonly Float64Array[]): Float64Array {
  const held = new Float64Array(CLASSES);
  const window = new Float64Array(CLASSES);
  const length = Math.min(HELD_ROWS, rows.length);
  rows.forEach((row, index) => {
    for (let c = 0; c < CLASSES; c++) {
      window[c] += row[c] - (index >= length ? rows[index - length][c] : 0);
      if (index >= length - 1) held[c] += Math.max(0, window[c]) ** 2;
    }
  });
  return summingToOne(held);
}

/** What leaks below a melody is no root. */
const withoutBass = (row: PitchRow): PitchRow => ({ ...row, bass: new Float64Array(CLASSES) });

/** Share of the time that each major triad from C, and then each minor one, is held. */
function triadShares(rows: readonly PitchRow[]): Float64Array {
  const shares = new Float64Array(NO_CHORD);
  for (const { from, to, chord } of decodeChords(rows, 1)) if (chord !== NO_CHORD) shares[chord] += to - from;
  return shares.map((count) => count / Math.max(1, rows.length));
}

/** How much of one class goes while another comes, from row to row: class by class, summing to 1, or all 0. */
function stepShares(rows: readonly Float64Array[]): Float64Array {
  const steps = new Float64Array(CLASSES * CLASSES);
  for (let row = 1; row < rows.length; row++) {
    for (let from = 0; from < CLASSES; from++) {
      const gone = rows[row - 1][from] - rows[row][from];
      if (gone <= 0) continue;
      for (let to = 0; to < CLASSES; to++) {
        const come = rows[row][to] - rows[row - 1][to];
        if (come > 0) steps[from * CLASSES + to] += gone * come;
      }
    }
  }
  return summingToOne(steps);
}

function summingToOne(values: Float64Array): Float64Array {
  const sum = values.reduce((total, value) => total + value, 0);
  return sum > 0 ? values.map((value) => value / sum) : values;
}
