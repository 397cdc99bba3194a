import { crossed, FeatureLayout } from "@/lib/dsp/learned/feature-layout";

/** Upper edges in Hz of the bands that a frame tells apart; the last band is open. */
const EDGES_HZ = [60, 110, 160, 250, 400, 630, 1000, 1600, 2500, 4500, 8000];
/** Up to here a change of harmony is one of the bass. */
const BASS_HZ = 160;
const TREBLE_HZ = 2500;
/** Onset frames that make one row. */
const STEP = 2;
/** Rows before and after that are compared to see a change of harmony: 0.16 s at 50 rows a second. */
const CHANGE_ROWS = 8;

const BANDS = [...EDGES_HZ.map((hz) => `to ${hz} Hz`), "above"];

/** What a row holds: how much each band rises, its level, and how much bass and harmony have just changed. */
export const BEAT_FRAME_LAYOUT = new FeatureLayout({
  rise: BANDS,
  level: BANDS,
  change: crossed(["bass", "harmony"], ["now"]),
});
const WIDTH = BEAT_FRAME_LAYOUT.size;

/** Rows of what the beat is heard by, half as many a second as the onset frames they are made of. */
export class BeatFrames {
  private values = new Float32Array(WIDTH * 1024);
  private frames = 0;
  private length = 0;
  private readonly ends: number[];
  private readonly row = new Float64Array(WIDTH);
  private readonly changes: SpectralChange[];

  /** @param centresHz of the log-spaced bands that frames are pushed in */
  constructor(centresHz: readonly number[]) {
    const below = (edge: number) => centresHz.filter((hz) => hz < edge).length;
    this.ends = [...EDGES_HZ.map(below), centresHz.length];
    this.changes = [new SpectralChange(0, below(BASS_HZ)), new SpectralChange(below(BASS_HZ), below(TREBLE_HZ))];
  }

  /** One onset frame: how much each log-spaced band rises, and its compressed level. */
  push(rises: Float64Array, levels: Float64Array): void {
    const { row, ends } = this;
    const { offsets } = BEAT_FRAME_LAYOUT;
    let b = 0;
    for (let band = 0; band < ends.length; band++) {
      const from = b;
      let [rise, level] = [0, 0];
      for (; b < ends[band]; b++) {
        rise += rises[b];
        level += levels[b];
      }
      row[offsets.rise + band] += rise;
      row[offsets.level + band] += b > from ? level / (b - from) / STEP : 0;
    }
    for (const change of this.changes) change.add(levels);
    this.frames++;
    if (this.frames % STEP === 0) this.finishRow();
  }

  /** The rows so far, `BEAT_FRAME_LAYOUT.size` values each. A view. */
  view(): Float32Array {
    return this.values.subarray(0, this.length);
  }

  private finishRow(): void {
    const { row } = this;
    const { offsets } = BEAT_FRAME_LAYOUT;
    for (let band = 0; band < this.ends.length; band++) row[offsets.rise + band] = Math.sqrt(row[offsets.rise + band]);
    this.changes.forEach((change, i) => {
      row[offsets.change + i] = change.finish();
    });
    if (this.length === this.values.length) {
      const grown = new Float32Array(Math.ceil(this.values.length * 1.5));
      grown.set(this.values);
      this.values = grown;
    }
    this.values.set(row, this.length);
    this.length += WIDTH;
    row.fill(0);
  }
}

/** How much the levels of some bands differ between the last rows and those before them, 0 … 1. */
class SpectralChange {
  private readonly count: number;
  private readonly ring: Float64Array;
  private readonly recent: Float64Array;
  private readonly earlier: Float64Array;
  private rows = 0;

  constructor(
    private readonly from: number,
    to: number,
  ) {
    this.count = to - from;
    this.ring = new Float64Array(this.count * 2 * CHANGE_ROWS);
    this.recent = new Float64Array(this.count);
    this.earlier = new Float64Array(this.count);
  }

  add(levels: Float64Array): void {
    const at = (this.rows % (2 * CHANGE_ROWS)) * this.count;
    for (let b = 0; b < this.count; b++) this.ring[at + b] += levels[this.from + b];
  }

  finish(): number {
    const { ring, count, recent, earlier, rows } = this;
    const slots = 2 * CHANGE_ROWS;
    const now = (rows % slots) * count;
    const middle = ((rows + CHANGE_ROWS) % slots) * count;
    const oldest = ((rows + 1) % slots) * count;
    let [apart, sum] = [0, 0];
    for (let b = 0; b < count; b++) {
      recent[b] += ring[now + b] - ring[middle + b];
      earlier[b] += ring[middle + b];
      apart += Math.abs(recent[b] - earlier[b]);
      sum += Math.abs(recent[b]) + Math.abs(earlier[b]);
      // The slot of the next row leaves the earlier half and is filled anew.
      earlier[b] -= ring[oldest + b];
      ring[oldest + b] = 0;
    }
    this.rows++;
    return sum > 1e-9 ? apart / sum : 0;
  }
}
