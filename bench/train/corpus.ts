import { createHash } from "node:crypto";
import type { TrainingPiece } from "./composition";
import { composeHumanPiece } from "./human-piece";
import { composePiece } from "./piece";
import { composePulse } from "./pulse";
import { composeShortLoop } from "./short-loop";
import { composeSingleSound } from "./single-sound";
import { TERNARY_SEED } from "./ternary-styles";

/** A part of the generated music: consecutive seeds. */
export type CorpusPart = { name: string; firstSeed: number; count: number };

const SHORT_LOOP_SEED = 2_000_000;
const HUMAN_SEED = 3_000_000;
const PULSE_SEED = 3_500_000;
const CALIBRATION_SEED = 4_000_000;
const TRIAL_SEED = 5_000_000;
/** Seeds from here on within the rough parts are single notes and hits. */
const SINGLE_SOUNDS = 500_000;

/**
 * The music that tempo, beats, kind and all confidences are learned from. `calibration` and `trial` are the parts before
 * composed anew and recorded roughly: confidence is fitted on the first and tried on the second.
 */
export const CORPUS = {
  styles: { name: "styles", firstSeed: 0, count: 1440 },
  ternary: { name: "styles in three", firstSeed: TERNARY_SEED, count: 96 },
  shortLoops: { name: "short loops", firstSeed: SHORT_LOOP_SEED, count: 600 },
  human: { name: "human playing", firstSeed: HUMAN_SEED, count: 252 },
  pulse: { name: "a strike a beat", firstSeed: PULSE_SEED, count: 96 },
  calibration: { name: "calibration", firstSeed: CALIBRATION_SEED, count: 96 },
  trial: { name: "trial", firstSeed: TRIAL_SEED, count: 100 },
  singleSounds: { name: "single sounds", firstSeed: CALIBRATION_SEED + SINGLE_SOUNDS, count: 48 },
  trialSingleSounds: { name: "trial of single sounds", firstSeed: TRIAL_SEED + SINGLE_SOUNDS, count: 48 },
} satisfies Record<string, CorpusPart>;

export const seedsOf = ({ firstSeed, count }: CorpusPart) => Array.from({ length: count }, (_, i) => firstSeed + i);

/** Whether a piece is one of those recorded roughly. */
export const isRough = (seed: number) => seed >= CALIBRATION_SEED;

/** Compositions of the rough parts are none of those learned from. */
const UNHEARD = 200_000;

/** How a piece becomes audio: the sound font's place in `SOUND_FONTS` and ffmpeg's filter, and a codec gone through. */
export type Recording = { soundFont: SoundFontName; effect: string; mp3Kbps: number | null };
export type SoundFontName = "fluid" | "musescore" | "trial";

/** What is laid over a piece, by cumulative percentage; half of them stay as they are. */
const EFFECTS: [number, string][] = [
  [50, "anull"],
  [62, "lowpass=f=5000"],
  [74, "acompressor=threshold=0.1:ratio=6:makeup=3,alimiter=limit=0.98"],
  [86, "aecho=0.8:0.7:40|70:0.3|0.2"],
  [100, "highpass=f=120"],
];
/** Rougher ones, for the parts that show what happens away from what was learned from. */
const ROUGH_EFFECTS: [number, string][] = [
  [30, "anull"],
  [42, "lowpass=f=3000"],
  [54, "acompressor=threshold=0.05:ratio=12:makeup=6,alimiter=limit=0.9"],
  [66, "aecho=0.8:0.8:30|90|170:0.5|0.4|0.25"],
  [78, "highpass=f=200,lowpass=f=6000"],
  [90, "aresample=44100,asetrate=43200,aresample=44100,atempo=1.0208333333"],
  // The vibrato begins in memory that nobody has written; 50 ms of silence before the piece take that up.
  [100, "adelay=50:all=1,vibrato=f=1.5:d=0.08,atrim=start=0.05,asetpts=PTS-STARTPTS,equalizer=f=300:t=o:w=2:g=-9"],
];

/** The composition of any seed. */
export function composeSeed(seed: number): TrainingPiece {
  if (seed < SHORT_LOOP_SEED) return composePiece(seed);
  if (seed < HUMAN_SEED) return composeShortLoop(seed);
  if (seed < PULSE_SEED) return composeHumanPiece(seed);
  if (seed < CALIBRATION_SEED) return composePulse(seed);
  return seed % 1_000_000 < SINGLE_SOUNDS ? { ...composeUnheard(seed), seed } : composeSingleSound(seed);
}

function composeUnheard(seed: number): TrainingPiece {
  const unheard = UNHEARD + (seed % 1_000_000) + (seed < TRIAL_SEED ? 0 : UNHEARD);
  if (seed % 4 === 0) return composeShortLoop(SHORT_LOOP_SEED + unheard);
  if (seed % 4 === 1) return composeHumanPiece(HUMAN_SEED + unheard);
  return composePiece(seed % 16 === 2 ? TERNARY_SEED + unheard : unheard);
}

export function recordingOf(seed: number): Recording {
  if (!isRough(seed)) {
    const second = seed >= SHORT_LOOP_SEED && seed % 2 === 1;
    return { ...plainRecording(seed), soundFont: second ? "musescore" : "fluid" };
  }
  const soundFont = seed < TRIAL_SEED ? "musescore" : "trial";
  return { soundFont, effect: drawn(ROUGH_EFFECTS, seed), mp3Kbps: seed % 3 === 0 ? 64 : null };
}

export function plainRecording(seed: number): Recording {
  return { soundFont: "fluid", effect: drawn(EFFECTS, seed), mp3Kbps: null };
}

function drawn(effects: [number, string][], seed: number): string {
  const percentile = (seed * 7919) % 100;
  return effects.find(([upTo]) => percentile < upTo)?.[1] ?? "anull";
}

/** A name for the audio of a piece that changes with anything it is made of. */
export function corpusKey(piece: TrainingPiece, recording: Recording): string {
  const made = JSON.stringify([piece.notes, piece.programs, piece.durationSeconds, recording]);
  return `${piece.seed}-${createHash("sha256").update(made).digest("hex").slice(0, 12)}`;
}
