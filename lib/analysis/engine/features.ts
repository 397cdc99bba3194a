import { describeSound } from "@/lib/analysis/derived/description";
import { type EmbeddingInput, embed } from "@/lib/analysis/derived/embedding";
import { estimateGenres } from "@/lib/analysis/derived/genres";
import { soundKind } from "@/lib/analysis/derived/kind";
import { moodsOf } from "@/lib/analysis/derived/moods";
import { perceptualScores } from "@/lib/analysis/derived/perceptual";
import { absent, type Measured, measured } from "@/lib/analysis/extractors/extractor";
import type { RhythmEvidence } from "@/lib/analysis/extractors/rhythm";
import type { ExtractorName } from "@/lib/analysis/record/constants";
import type {
  AnalysisRecord,
  BeatGridFacts,
  Features,
  Loudness,
  NotApplicable,
  SoundKind,
} from "@/lib/analysis/record/schema";
import type { LevelShape } from "@/lib/dsp/level/level-envelope";
import type { ExtractorSet } from "./extractor-set";

export type EngineFacts = { durationSeconds: number; sampleRateHz: number; framesPerSecond: number };

/** Results as they come in; what was not measured is missing. */
type Findings = { [N in Exclude<ExtractorName, "loudness">]?: Measured<NonNullable<AnalysisRecord[N]>> };

const SILENCE: NotApplicable = { code: "silence", reason: "The file is silent." };

/** Finishes every extractor, derives what is derived from others, and keeps what was `wanted`. */
export function composeFeatures(set: ExtractorSet, wanted: readonly ExtractorName[], facts: EngineFacts): Features {
  const { durationSeconds } = facts;
  const loudness = set.loudness?.finish(durationSeconds);
  const found: Findings = {};
  if (set.tempo) found.tempo = set.tempo.finish(durationSeconds);
  if (set.key) Object.assign(found, set.key.finish(durationSeconds));
  if (set.spectral) found.spectral = set.spectral.finish(facts.sampleRateHz);
  if (set.stereo) found.stereo = set.stereo.finish();
  if (set.fingerprint) found.fingerprint = set.fingerprint.finish();
  const derived = new Derivation(set, found, loudness?.loudness ?? UNMEASURED_LOUDNESS, facts);
  derived.run();
  return selected(found, loudness, derived.tags, wanted);
}

/** The values that are made of other values, in the order in which they need one another. */
class Derivation {
  tags: string[] = [];

  constructor(
    private readonly set: ExtractorSet,
    private readonly found: Findings,
    private readonly loudness: Loudness,
    private readonly facts: EngineFacts,
  ) {}

  run(): void {
    const { set, found, facts } = this;
    const strengths = set.tempo?.onsets.strengths.map((list) => list.view()) ?? [];
    const shape = set.timbre?.finishShape() ?? null;
    const grid = this.beats(strengths);
    const rhythm = set.rhythm?.finish(strengths, grid);
    if (rhythm) found.rhythm = rhythm.rhythm;
    if (rhythm && set.timbre) {
      found.kind = shape ? measured(this.kind(shape, rhythm.evidence)) : silence();
      found.timbre = set.timbre.finish(shape, found.kind.value);
    }
    const kind = found.kind?.value ?? null;
    if (set.pitch) found.pitch = set.pitch.finish(kind);
    if (set.instruments) found.instruments = set.instruments.finish(kind);
    if (set.sections) found.sections = set.sections.finish(kind, facts.durationSeconds);
    if (rhythm && set.needed.has("perceptual")) found.perceptual = this.perceptual(rhythm.evidence);
    if (rhythm && set.needed.has("genres")) found.genres = this.genres(strengths);
    if (rhythm && set.needed.has("moods")) found.moods = this.moods(rhythm.evidence);
    if (set.harmony && set.needed.has("embedding")) found.embedding = this.embedding(strengths);
    if (set.needed.has("description")) this.describe();
  }

  /** Metre, beats and downbeats; returns how the piece lies on them. */
  private beats(strengths: Float64Array[]): BeatGridFacts | null {
    const { set, found, facts } = this;
    if (!set.beats) return null;
    const { meter, beats, downbeats, grid } = set.beats.finish(
      strengths,
      found.tempo?.value ?? null,
      facts.durationSeconds,
    );
    Object.assign(found, { meter, beats, downbeats });
    return grid;
  }

  private kind(shape: LevelShape, { events, beatStrength }: RhythmEvidence): SoundKind {
    const { durationSeconds } = this.facts;
    return soundKind({ durationSeconds, shape, events, beatStrength, tempo: this.found.tempo?.value ?? null });
  }

  private perceptual({ events, beatStrength, motion, lowShare }: RhythmEvidence): Findings["perceptual"] {
    const { found, loudness } = this;
    const { timbre, spectral } = found;
    if (!timbre?.value || !spectral?.value) return silence();
    return measured(
      perceptualScores({
        ...motion,
        durationSeconds: this.facts.durationSeconds,
        loudnessLufs: loudness.integratedLufs ?? loudness.rmsDbfs ?? -70,
        onsetsPerSecond: events.perSecond,
        beatStrength,
        lowShare,
        tempo: found.tempo?.value ?? null,
        key: found.key?.value ?? null,
        brightness: timbre.value.brightness,
        harmonicity: timbre.value.harmonicity,
        flatness: spectral.value.flatness,
        stereoWidth: found.stereo?.value?.width ?? null,
      }),
    );
  }

  private genres(strengths: Float64Array[]): Findings["genres"] {
    const { found, set, facts } = this;
    const { spectral, timbre, rhythm, tempo, meter, beats, downbeats, kind } = found;
    if (!spectral?.value || !timbre?.value || !rhythm?.value || !kind?.value || !set.harmony) return silence();
    const counted = tempo?.value && meter?.value && beats?.value && downbeats?.value;
    const count = counted
      ? { bpm: tempo.value.bpm, meter: meter.value, beats: beats.value, downbeats: downbeats.value }
      : null;
    const evidence = {
      count,
      spectral: spectral.value,
      timbre: timbre.value,
      rhythm: rhythm.value,
      harmony: set.harmony.finish(),
      strengths,
      framesPerSecond: facts.framesPerSecond,
    };
    return estimateGenres(evidence, kind.value.label, facts.durationSeconds);
  }

  private moods({ beatStrength, events }: RhythmEvidence): Findings["moods"] {
    const { perceptual, timbre, kind } = this.found;
    if (!perceptual?.value || !timbre?.value || !kind?.value) return silence();
    const { energy, valence } = perceptual.value;
    const { brightness, harmonicity } = timbre.value;
    return measured(
      moodsOf({
        kind: kind.value.label,
        durationSeconds: this.facts.durationSeconds,
        onsetsPerSecond: events.perSecond,
        ...{ energy, valence, brightness, harmonicity, beatStrength },
      }),
    );
  }

  private embedding(strengths: Float64Array[]): Findings["embedding"] {
    const { found, set, facts } = this;
    const { spectral, timbre, rhythm } = found;
    if (!spectral?.value || !timbre?.value || !rhythm?.value || !set.harmony) return silence();
    const input: EmbeddingInput = {
      spectral: spectral.value,
      timbre: timbre.value,
      rhythm: rhythm.value,
      tempo: found.tempo?.value ?? null,
      key: found.key?.value ?? null,
      harmony: set.harmony.finish(),
      strengths,
      framesPerSecond: facts.framesPerSecond,
    };
    return measured(embed(input));
  }

  private describe(): void {
    const { found, loudness, facts } = this;
    const values = Object.fromEntries(Object.entries(found).map(([name, result]) => [name, result.value]));
    const { description, tags } = describeSound({ durationSeconds: facts.durationSeconds, loudness, ...values });
    found.description = measured(description);
    this.tags = tags;
  }
}

function silence<T>(): Measured<T> {
  return absent(SILENCE.code, SILENCE.reason);
}

/** What was wanted, the rest null and without a reason. */
function selected(
  found: Findings,
  loudness: { loudness: Loudness; absent: NotApplicable | null } | undefined,
  tags: string[],
  wanted: readonly ExtractorName[],
): Features {
  const value = <N extends keyof Findings>(name: N) =>
    (wanted.includes(name) ? (found[name]?.value ?? null) : null) as Features[N];
  const reasons = Object.entries(found).flatMap(([name, { absent: reason }]) => (reason ? [[name, reason]] : []));
  if (loudness?.absent) reasons.push(["loudness", loudness.absent]);
  return {
    tempo: value("tempo"),
    meter: value("meter"),
    beats: value("beats"),
    downbeats: value("downbeats"),
    key: value("key"),
    keyChanges: value("keyChanges"),
    chords: value("chords"),
    tuning: value("tuning"),
    atonality: value("atonality"),
    loudness: (wanted.includes("loudness") && loudness?.loudness) || UNMEASURED_LOUDNESS,
    spectral: value("spectral"),
    timbre: value("timbre"),
    rhythm: value("rhythm"),
    stereo: value("stereo"),
    perceptual: value("perceptual"),
    kind: value("kind"),
    pitch: value("pitch"),
    sections: value("sections"),
    instruments: value("instruments"),
    genres: value("genres"),
    moods: value("moods"),
    embedding: value("embedding"),
    fingerprint: value("fingerprint"),
    description: value("description"),
    tags: wanted.includes("description") ? tags : [],
    notApplicable: Object.fromEntries(reasons.filter(([name]) => wanted.includes(name as ExtractorName))),
  };
}

const UNMEASURED_LOUDNESS: Loudness = {
  integratedLufs: null,
  rangeLu: null,
  shortTermMaxLufs: null,
  momentaryMaxLufs: null,
  truePeakDbtp: null,
  samplePeakDbfs: null,
  rmsDbfs: null,
  crestDb: null,
  clippingRuns: 0,
  dcOffset: 0,
  headSilenceSeconds: 0,
  tailSilenceSeconds: 0,
  confidence: 0,
};
