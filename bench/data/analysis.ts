import type { SeededRandom } from "@/bench/statistics/seeded-random";
import { describeSound } from "@/lib/analysis/derived/description";
import { ANALYSER_VERSION } from "@/lib/analysis/record/constants";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { INSTRUMENTS } from "@/lib/analysis/record/values/instruments";
import { loudnessValue } from "@/lib/analysis/record/values/loudness";
import { MOODS } from "@/lib/analysis/record/values/moods";
import { TONICS } from "@/lib/music/keys";
import { formatCamelot, formatOpenKey } from "@/lib/music/notation";
import { ASPECT_DIMENSIONS } from "@/lib/similarity/schema";
import { drawFromQuantiles, ZipfRanks } from "./distributions";
import type { Pack } from "./packs";
import type { SoundClass } from "./sound-classes";

/** What a generated sound is, before anybody has measured it. */
export interface Sound {
  soundClass: SoundClass;
  seconds: number;
  bpm: number | null;
  tonic: number | null;
  mode: "major" | "minor";
  octave: number;
}

/** Seconds and LUFS below which 5, 25, 50, 75 and 95 % lie; one-shots and loops as measured on labelled files. */
const SECONDS = {
  "one-shot": [0.1, 0.21, 0.43, 0.91, 2.66],
  loop: [1.06, 2.47, 8, 12, 19.2],
  track: [30, 110, 185, 260, 480],
};
const NEGATIVE_LUFS = {
  "one-shot": [8.7, 12.6, 15.6, 20, 26],
  loop: [10.4, 12.8, 15, 18.4, 23.3],
  track: [7, 9.5, 13, 20, 31.7],
};
/** How often the analysis finds no tempo in a loop, and no key in a pitched sound. */
const NO_TEMPO = 0.07;
const NO_KEY = 0.12;
const moodRanks = new ZipfRanks(MOODS.length, 0.6, 2);

export function drawSound(random: SeededRandom, pack: Pack, soundClass: SoundClass): Sound {
  const { kind, pitch } = soundClass;
  const isMetric = kind === "loop" || (kind === "track" && pitch !== null);
  // Most loops of a pack are at its tempo, the rest near it; people choose whole numbers.
  const bpm = isMetric ? Math.round(random.chance(0.6) ? pack.bpm : pack.bpm * random.between(0.85, 1.2)) : null;
  const inKey = random.chance(0.7);
  const tonic = pitch === null ? null : inKey ? pack.key.tonic : random.whole(0, 11);
  const seconds =
    kind === "loop" && bpm ? (random.pick([4, 8, 8, 16, 16, 32]) * 60) / bpm : drawFromQuantiles(random, SECONDS[kind]);
  return {
    soundClass,
    seconds: Math.round(seconds * 1e6) / 1e6,
    bpm,
    tonic,
    mode: inKey ? pack.key.mode : random.pick(["major", "minor"]),
    octave: random.whole(1, 5),
  };
}

const share = (random: SeededRandom, low = 0, high = 1) => Math.round(random.between(low, high) * 1e4) / 1e4;

/** The record that an analysis might have made of it: what search reads, everything else null. */
export function drawRecord(random: SeededRandom, pack: Pack, sound: Sound, vector: Float32Array): AnalysisRecord {
  const { soundClass, seconds } = sound;
  const { kind } = soundClass;
  const lufs = -Math.round(drawFromQuantiles(random, NEGATIVE_LUFS[kind]) * 100) / 100;
  const isShort = seconds < 0.4;
  const measured = {
    durationSeconds: seconds,
    tempo: tempo(random, sound),
    key: key(random, sound),
    pitch: pitch(random, sound),
    kind: { label: kind, confidence: share(random, 0.35, 1) },
    instruments: instruments(random, soundClass),
    genres:
      kind === "one-shot" ? null : random.chance(0.8) ? [{ label: pack.genre, confidence: share(random, 0.3, 1) }] : [],
    moods: random.chance(0.4)
      ? [{ label: MOODS[moodRanks.draw(random)] ?? "dark", confidence: share(random, 0.4, 1) }]
      : [],
    timbre: timbre(random, kind),
    stereo: {
      width: share(random, 0, 0.6),
      correlation: share(random),
      balance: share(random, -0.3, 0.3),
      monoCompatibility: share(random, 0.6, 1),
      confidence: 1,
    },
    loudness: {
      ...loudnessValue.unmeasured,
      integratedLufs: isShort ? null : lufs,
      ungatedLufs: isShort ? lufs : null,
      clippingRuns: random.chance(0.08) ? random.whole(1, 200) : 0,
      confidence: 1,
    },
  };
  return {
    analyserVersion: ANALYSER_VERSION,
    sampleRateHz: 44_100,
    channels: 2,
    container: "wav",
    codec: "pcm_s24le",
    partial: [],
    ...UNMEASURED,
    ...measured,
    ...describeSound(measured),
    embedding: embedding(vector),
    notApplicable: {},
  };
}

const UNMEASURED = {
  meter: null,
  beats: null,
  downbeats: null,
  keyChanges: null,
  chords: null,
  tuning: null,
  atonality: null,
  spectral: null,
  rhythm: null,
  perceptual: null,
  sections: null,
  fingerprint: null,
};

function tempo(random: SeededRandom, { bpm }: Sound): AnalysisRecord["tempo"] {
  if (bpm === null || random.chance(NO_TEMPO)) return null;
  // One in twelve is heard at half or double the tempo.
  const heard = random.chance(0.08) ? random.pick([bpm / 2, bpm * 2]) : bpm;
  return {
    bpm: Math.round((heard + random.bell() * 0.02) * 1000) / 1000,
    confidence: share(random, 0.3, 1),
    alternatives: [{ bpm: heard / 2, confidence: share(random, 0, 0.3) }],
  };
}

function key(random: SeededRandom, { soundClass, tonic, mode }: Sound): AnalysisRecord["key"] {
  if (soundClass.pitch !== "key" || tonic === null || random.chance(NO_KEY)) return null;
  const heard = { tonic: TONICS[tonic] ?? "C", mode };
  return {
    ...heard,
    confidence: share(random, 0.3, 1),
    camelot: formatCamelot(heard),
    openKey: formatOpenKey(heard),
    alternatives: [],
  };
}

function pitch(random: SeededRandom, { soundClass, tonic, octave }: Sound): AnalysisRecord["pitch"] {
  if (soundClass.pitch !== "note" || tonic === null || random.chance(NO_KEY)) return null;
  const hz = 440 * 2 ** (octave - 4 + (tonic - 9) / 12);
  return {
    note: noteName(tonic, octave),
    cents: Math.round(random.between(-50, 50)),
    hz: Math.round(hz * 100) / 100,
    confidence: share(random, 0.4, 1),
  };
}

export const noteName = (tonic: number, octave: number) => `${TONICS[tonic]}${octave}`;

function instruments(random: SeededRandom, soundClass: SoundClass): AnalysisRecord["instruments"] {
  const found = soundClass.instruments.map((label, index) => ({
    label,
    confidence: share(random, index === 0 ? 0.45 : 0.2, 1),
  }));
  const stray = random.pick(INSTRUMENTS);
  const isStray = random.chance(0.15) && !soundClass.instruments.includes(stray);
  return [...found, ...(isStray ? [{ label: stray, confidence: share(random, 0.2, 0.7) }] : [])].sort(
    (a, b) => b.confidence - a.confidence,
  );
}

function timbre(random: SeededRandom, kind: SoundClass["kind"]): AnalysisRecord["timbre"] {
  const attackSeconds = kind === "one-shot" ? Math.round(10 ** random.between(-3, -0.7) * 1e6) / 1e6 : null;
  return {
    brightness: share(random),
    warmth: share(random, 0, 0.7),
    harmonicity: share(random),
    attackSeconds,
    logAttackTime: attackSeconds === null ? null : Math.round(Math.log10(attackSeconds) * 1e4) / 1e4,
    temporalCentroid: share(random, 0.2, 0.6),
    confidence: 1,
  };
}

/** Five decimals, as the engine writes them. */
function embedding(vector: Float32Array): AnalysisRecord["embedding"] {
  const numbers = Array.from(vector, (value) => Math.round(value * 1e5) / 1e5 + 0);
  const { timbre: first, rhythm: second } = ASPECT_DIMENSIONS;
  return {
    timbre: numbers.slice(0, first),
    rhythm: numbers.slice(first, first + second),
    harmony: numbers.slice(first + second),
  };
}
