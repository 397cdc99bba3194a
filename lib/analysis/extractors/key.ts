import type { Chord, KeyChange, MusicalKey, Tuning } from "@/lib/analysis/record/schema";
import { type ChordSpan, decodeChords, NO_CHORD } from "@/lib/dsp/harmony/chords";
import { ChromaTimeline } from "@/lib/dsp/harmony/chroma-timeline";
import { HpcpExtractor } from "@/lib/dsp/harmony/hpcp";
import { estimateKey, type KeyEstimate, type KeyReading } from "@/lib/dsp/harmony/key";
import { keySpans } from "@/lib/dsp/harmony/key-changes";
import { PITCH_HOP } from "@/lib/dsp/harmony/pitch-transform";
import { totalPower } from "@/lib/dsp/spectrum/spectral-shape";
import { TONICS } from "@/lib/music/keys";
import { formatCamelot, formatOpenKey } from "@/lib/music/notation";
import { absent, type Measured, measured } from "./extractor";

const SILENCE_POWER = 1e-7;
/** Nothing shorter is called a chord: the windows are that long. */
const SHORTEST_CHORD_SECONDS = 0.35;
/** Keys are voted on over twice this. */
const KEY_BLOCK_SECONDS = 8;
/** Pitches clustering less than this around one deviation have no tuning in common. */
const TUNING_CONFIDENCE_MIN = 0.15;

const KEY_REASONS = {
  silence: "The file is silent, so it has no key.",
  single_note: "A single note sounds here; a key needs several.",
  atonal: "No key stands out: this sounds like drums, noise or speech.",
};
const CHORD_REASONS = {
  silence: "The file is silent.",
  single_note: "A single note sounds here; a chord needs several.",
  atonal: "No chords are heard: this sounds like drums, noise or speech.",
};

export type TonalFindings = {
  key: Measured<MusicalKey>;
  keyChanges: Measured<KeyChange[]>;
  chords: Measured<Chord[]>;
  tuning: Measured<Tuning>;
  atonality: Measured<number>;
};

/** Key, its changes, chords and tuning from the peaks of the long frames. */
export class KeyExtractor {
  private readonly hpcp: HpcpExtractor;
  private readonly timeline = new ChromaTimeline();
  private readonly frameSeconds: number;

  constructor(pitchRateHz: number, pitchFftSize: number) {
    this.hpcp = new HpcpExtractor(pitchRateHz, pitchFftSize);
    this.frameSeconds = PITCH_HOP / pitchRateHz;
  }

  /** One frame of the long transform. */
  push(power: Float64Array): void {
    if (totalPower(power) > SILENCE_POWER) this.hpcp.add(power, this.timeline.frame);
    this.timeline.advance();
  }

  finish(durationSeconds: number): TonalFindings {
    const estimate = estimateKey(this.timeline.finish());
    return {
      key: keyOf(estimate),
      keyChanges: this.keyChanges(estimate),
      chords: this.chords(estimate, durationSeconds),
      tuning: tuningOf(estimate),
      atonality: estimate.atonality === null ? absent("silence", "The file is silent.") : measured(estimate.atonality),
    };
  }

  private keyChanges(estimate: KeyEstimate): TonalFindings["keyChanges"] {
    if (!estimate.found) return absent(estimate.reason, KEY_REASONS[estimate.reason]);
    const [home] = estimate.readings;
    if (!home) return absent("atonal", KEY_REASONS.atonal);
    const blockRows = Math.round(KEY_BLOCK_SECONDS / this.rowSeconds);
    const spans = keySpans(this.timeline.finish(), estimate.tuning?.cents ?? 0, home, blockRows);
    return measured(spans.map((span) => ({ startSeconds: this.startOf(span.from), ...named(span) })));
  }

  private chords(estimate: KeyEstimate, durationSeconds: number): TonalFindings["chords"] {
    if (!estimate.found) return absent(estimate.reason, CHORD_REASONS[estimate.reason]);
    const shortestRows = Math.ceil(SHORTEST_CHORD_SECONDS / this.rowSeconds);
    const spans = decodeChords(this.timeline.finish(), estimate.tuning?.cents ?? 0, shortestRows);
    if (spans.every(({ chord }) => chord === NO_CHORD)) {
      return absent("no_chords", "Melody or bass lines alone: no triad is held.");
    }
    const chords = spans.map(({ from, chord }, index) => {
      const next: ChordSpan | undefined = spans[index + 1];
      const endSeconds = next ? Math.min(durationSeconds, this.startOf(next.from)) : durationSeconds;
      return { startSeconds: this.startOf(from), endSeconds, label: chordLabel(chord) };
    });
    return measured(chords.filter(({ startSeconds, endSeconds }) => endSeconds > startSeconds));
  }

  private get rowSeconds(): number {
    return this.timeline.framesPerRow * this.frameSeconds;
  }

  /** Halfway between the centres of the row's first frame and of the one before, to the millisecond. */
  private startOf(row: number): number {
    const seconds = (Math.floor(row) * this.timeline.framesPerRow - 0.5) * this.frameSeconds;
    return Math.max(0, Math.round(seconds * 1000) / 1000);
  }
}

function keyOf(estimate: KeyEstimate): Measured<MusicalKey> {
  if (!estimate.found) return absent(estimate.reason, KEY_REASONS[estimate.reason]);
  const [best, ...alternatives] = estimate.readings.map(named);
  if (!best) return absent("atonal", KEY_REASONS.atonal);
  return measured({ ...best, camelot: formatCamelot(best), openKey: formatOpenKey(best), alternatives });
}

function tuningOf(estimate: KeyEstimate): Measured<Tuning> {
  const { tuning } = estimate;
  if (!tuning) return absent("silence", "The file is silent.");
  const unpitched = !estimate.found && estimate.reason === "atonal";
  if (unpitched || tuning.confidence < TUNING_CONFIDENCE_MIN) {
    return absent("unpitched", "No pitches stand out that could be in or out of tune.");
  }
  return measured(tuning);
}

function named({ tonic, mode, confidence }: KeyReading) {
  return { tonic: TONICS[tonic] ?? "C", mode, confidence };
}

/** "C", "F#m"; "N" for none. */
function chordLabel(chord: number): string {
  if (chord === NO_CHORD) return "N";
  return `${TONICS[chord % 12] ?? "C"}${chord < 12 ? "" : "m"}`;
}
