import { BeatsExtractor } from "@/lib/analysis/extractors/beats";
import { FingerprintExtractor } from "@/lib/analysis/extractors/fingerprint";
import { HarmonyExtractor } from "@/lib/analysis/extractors/harmony";
import { InstrumentsExtractor } from "@/lib/analysis/extractors/instruments";
import { KeyExtractor } from "@/lib/analysis/extractors/key";
import { LoudnessExtractor } from "@/lib/analysis/extractors/loudness";
import { PitchExtractor } from "@/lib/analysis/extractors/pitch";
import { RhythmExtractor } from "@/lib/analysis/extractors/rhythm";
import { SectionsExtractor } from "@/lib/analysis/extractors/sections";
import { SpectralExtractor } from "@/lib/analysis/extractors/spectral";
import { StereoExtractor } from "@/lib/analysis/extractors/stereo";
import { LISTENED_SECONDS, TempoExtractor } from "@/lib/analysis/extractors/tempo";
import { TimbreExtractor } from "@/lib/analysis/extractors/timbre";
import type { ExtractorName } from "@/lib/analysis/record/constants";
import { PITCH_HOP } from "@/lib/dsp/harmony/pitch-transform";
import { totalPower } from "@/lib/dsp/spectrum/spectral-shape";

export type AnalysisRates = {
  sampleRateHz: number;
  channels: number;
  speakers: number | null;
  maxChunk: number;
  /** Of the shared transform. */
  analysisRateHz: number;
  fftSize: number;
  melBands: number;
  framesPerSecond: number;
  /** Of the long transform. */
  pitchRateHz: number;
  pitchFftSize: number;
};

/** What a value is derived from, itself left out. */
const DERIVED_FROM: Partial<Record<ExtractorName, readonly ExtractorName[]>> = {
  timbre: ["spectral", "kind"],
  meter: ["beats"],
  beats: ["tempo"],
  downbeats: ["beats"],
  rhythm: ["beats"],
  keyChanges: ["key"],
  chords: ["key"],
  tuning: ["key"],
  atonality: ["key"],
  kind: ["timbre", "rhythm"],
  pitch: ["kind"],
  sections: ["kind"],
  instruments: ["kind"],
  perceptual: ["key", "loudness", "timbre", "rhythm", "stereo"],
  genres: ["beats", "timbre", "rhythm"],
  moods: ["perceptual"],
  embedding: ["key", "timbre", "rhythm"],
  description: ["perceptual", "pitch", "sections", "instruments", "genres", "moods"],
};

/** The extractors that give `wanted`, with all they are derived from. */
export function neededExtractors(wanted: readonly ExtractorName[]): Set<ExtractorName> {
  const needed = new Set<ExtractorName>();
  const add = (name: ExtractorName) => {
    if (needed.has(name)) return;
    needed.add(name);
    DERIVED_FROM[name]?.forEach(add);
  };
  wanted.forEach(add);
  return needed;
}

/** The accumulators of one recording; each stream of the engine is handed to those that listen to it. */
export class ExtractorSet {
  readonly loudness: LoudnessExtractor | null;
  readonly stereo: StereoExtractor | null;
  readonly tempo: TempoExtractor | null;
  readonly beats: BeatsExtractor | null;
  readonly rhythm: RhythmExtractor | null;
  readonly spectral: SpectralExtractor | null;
  readonly timbre: TimbreExtractor | null;
  readonly key: KeyExtractor | null;
  readonly harmony: HarmonyExtractor | null;
  readonly pitch: PitchExtractor | null;
  readonly sections: SectionsExtractor | null;
  readonly fingerprint: FingerprintExtractor | null;
  readonly instruments: InstrumentsExtractor | null;
  /** Whether anything listens to the shared transform, to the long one. */
  readonly hearsFrames: boolean;
  readonly hearsPitchFrames: boolean;

  constructor(
    readonly needed: ReadonlySet<ExtractorName>,
    rates: AnalysisRates,
  ) {
    const { channels, analysisRateHz, fftSize, melBands, framesPerSecond, pitchRateHz, pitchFftSize } = rates;
    const make = <T>(name: ExtractorName, create: () => T) => (needed.has(name) ? create() : null);
    this.loudness = make("loudness", () => new LoudnessExtractor(rates));
    this.stereo = make("stereo", () => new StereoExtractor(channels));
    this.tempo = make("tempo", () => new TempoExtractor(analysisRateHz, fftSize, framesPerSecond));
    this.beats = make("beats", () => new BeatsExtractor(framesPerSecond, pitchRateHz / PITCH_HOP, LISTENED_SECONDS));
    this.rhythm = make("rhythm", () => new RhythmExtractor(framesPerSecond));
    this.spectral = make("spectral", () => new SpectralExtractor(analysisRateHz, fftSize, melBands));
    this.timbre = make("timbre", () => new TimbreExtractor(rates));
    this.key = make("key", () => new KeyExtractor(pitchRateHz, pitchFftSize));
    this.pitch = make("pitch", () => new PitchExtractor(pitchRateHz));
    this.sections = make("sections", () => new SectionsExtractor(melBands));
    this.instruments = make("instruments", () => new InstrumentsExtractor(analysisRateHz));
    this.fingerprint = make("fingerprint", () => new FingerprintExtractor(analysisRateHz, fftSize));
    const harmonic = [this.sections, this.beats].some((extractor) => extractor !== null) || needed.has("embedding");
    this.harmony = harmonic ? new HarmonyExtractor(pitchRateHz, pitchFftSize) : null;
    this.hearsFrames = [this.tempo, this.spectral, this.fingerprint].some((extractor) => extractor !== null);
    this.hearsPitchFrames = [this.key, this.timbre, this.harmony, this.pitch].some((extractor) => extractor !== null);
  }

  /** Whether the mel bands of the next frame are read. */
  get readsMel(): boolean {
    return this.spectral?.readsNextFrame ?? false;
  }

  pushSignal(channels: Float32Array[], mono: Float32Array, length: number): void {
    this.loudness?.push(channels, length);
    this.stereo?.push(channels, length);
    this.spectral?.pushSignal(mono, length);
    this.timbre?.pushSignal(mono, length);
  }

  /** A stretch of the mixed signal at the analysis rate. */
  pushAnalysisSignal(signal: Float32Array, length: number): void {
    this.instruments?.push(signal, length);
  }

  /** A frame of the shared transform; `mel` is only read where `readsMel`. */
  pushFrame(power: Float64Array, mel: Float64Array): void {
    this.tempo?.push(power);
    this.fingerprint?.push(power);
    this.rhythm?.push(totalPower(power));
    const spectral = this.spectral?.push(power, mel);
    if (!this.spectral || !spectral || spectral === "skipped") return;
    const measured = spectral === "measured";
    if (measured) this.timbre?.pushAmplitudes(this.spectral.amplitude);
    this.sections?.pushCepstrum(measured ? this.spectral.coefficients : null);
  }

  /** A stretch of the decimated signal. */
  pushPitchSignal(signal: Float32Array, length: number): void {
    this.pitch?.push(signal, length);
  }

  /** A frame of the long transform. */
  pushPitchFrame(power: Float64Array): void {
    this.key?.push(power);
    this.timbre?.pushPitchFrame(power);
    this.harmony?.pushPitchFrame(power);
    if (!this.harmony) return;
    this.sections?.pushChroma(this.harmony.classes);
    this.beats?.pushChroma(this.harmony.classes);
  }
}
