import { createHash } from "node:crypto";
import type { TrainingPiece } from "@/training/compose/composition";
import { composeHumanPiece, composeSolo } from "@/training/compose/human/human-piece";
import { composeShortLoop } from "@/training/compose/loops/short-loop";
import { composeForMachines, MACHINE_PART } from "@/training/compose/machine-piece";
import { composePiece } from "@/training/compose/piece";
import { composePlayedSeed, HELD_TONES_FROM, MEDLEYS_FROM } from "@/training/compose/played/played-corpus";
import { composePulse } from "@/training/compose/pulse";
import { composeSingleSound } from "@/training/compose/single-sound";
import { TERNARY_SEED } from "@/training/compose/styles/ternary-styles";
import type { SoundFontName } from "@/training/host/tools";

/** A part of the generated music: `count` consecutive seeds. */
export type CorpusPart = { name: string; firstSeed: number; count: number };

const SHORT_LOOP_SEED = 2_000_000;
const HUMAN_SEED = 3_000_000;
const PULSE_SEED = 3_500_000;
const SOLO_SEED = 3_700_000;
const CALIBRATION_SEED = 4_000_000;
const TRIAL_SEED = 5_000_000;
const MACHINE_SEED = 6_000_000;
const MACHINE_TRIAL_SEED = MACHINE_SEED + 3 * MACHINE_PART;
const PLAYED_SEED = 8_000_000;
const PLAYED_TRIAL_SEED = 9_000_000;
/** Within the rough parts, seeds from here on are single notes and hits. */
const SINGLE_SOUNDS = 500_000;

/**
 * The music that tempo, beats, kind and all confidences are learned from. `calibration` and `trial` have the same kinds
 * of music as the parts above them, but new compositions, recorded roughly: confidence is fitted on the first and tried
 * on the second. On machines every piece has its own sounds, as records do; no other part has those of `machineTrial`.
 */
export const CORPUS = {
  styles: { name: "styles", firstSeed: 0, count: 1440 },
  ternary: { name: "styles in three", firstSeed: TERNARY_SEED, count: 96 },
  shortLoops: { name: "short loops", firstSeed: SHORT_LOOP_SEED, count: 600 },
  human: { name: "human playing", firstSeed: HUMAN_SEED, count: 378 },
  pulse: { name: "a strike a beat", firstSeed: PULSE_SEED, count: 96 },
  solos: { name: "solo playing", firstSeed: SOLO_SEED, count: 285 },
  machineLoops: { name: "loops on machines", firstSeed: MACHINE_SEED, count: 1600 },
  machineStyles: { name: "styles on machines", firstSeed: MACHINE_SEED + MACHINE_PART, count: 1700 },
  machineHuman: { name: "human playing on machines", firstSeed: MACHINE_SEED + 2 * MACHINE_PART, count: 2000 },
  machineTrial: { name: "trial on other machines", firstSeed: MACHINE_TRIAL_SEED, count: 150 },
  calibration: { name: "calibration", firstSeed: CALIBRATION_SEED, count: 96 },
  trial: { name: "trial", firstSeed: TRIAL_SEED, count: 100 },
  played: { name: "playing by measured habits", firstSeed: PLAYED_SEED, count: 780 },
  playedCalibration: { name: "playing, for confidence", firstSeed: PLAYED_SEED + 100_000, count: 117 },
  playedTrial: { name: "playing by measured habits, not learned from", firstSeed: PLAYED_TRIAL_SEED, count: 130 },
  medleyTrial: { name: "medleys of two tempi", firstSeed: PLAYED_TRIAL_SEED + MEDLEYS_FROM, count: 20 },
  heldTrial: { name: "held tones", firstSeed: PLAYED_TRIAL_SEED + HELD_TONES_FROM, count: 16 },
  singleSounds: { name: "single sounds", firstSeed: CALIBRATION_SEED + SINGLE_SOUNDS, count: 48 },
  trialSingleSounds: { name: "trial of single sounds", firstSeed: TRIAL_SEED + SINGLE_SOUNDS, count: 48 },
} satisfies Record<string, CorpusPart>;

export const seedsOf = ({ firstSeed, count }: CorpusPart) => Array.from({ length: count }, (_, i) => firstSeed + i);

/** Whether a piece is recorded roughly. */
export const isRough = (seed: number) => seed >= CALIBRATION_SEED && seed < MACHINE_SEED;

/** Keeps the compositions of the rough parts apart from those that are learned from. */
const UNHEARD = 200_000;

/** How a piece becomes audio: through a sound font, one of ffmpeg's filters and perhaps a codec, or on machines. */
export type Recording = FontRecording | MachineRecording;
export type FontRecording = {
  soundFont: SoundFontName;
  effect: string;
  mp3Kbps: number | null;
  /** As the synthesizer plays it, without the filter and the codec, which take as long as everything else. */
  direct?: boolean;
};
export type MachineRecording = { machines: "learned" | "trial" };

/** Effects with their cumulative percentages; half of the pieces have none. */
const EFFECTS: [number, string][] = [
  [50, "anull"],
  [62, "lowpass=f=5000"],
  [74, "acompressor=threshold=0.1:ratio=6:makeup=3,alimiter=limit=0.98"],
  [86, "aecho=0.8:0.7:40|70:0.3|0.2"],
  [100, "highpass=f=120"],
];
/** Rougher ones, for the parts that show what happens to sound unlike that which was learned from. */
const ROUGH_EFFECTS: [number, string][] = [
  [30, "anull"],
  [42, "lowpass=f=3000"],
  [54, "acompressor=threshold=0.05:ratio=12:makeup=6,alimiter=limit=0.9"],
  [66, "aecho=0.8:0.8:30|90|170:0.5|0.4|0.25"],
  [78, "highpass=f=200,lowpass=f=6000"],
  [90, "aresample=44100,asetrate=43200,aresample=44100,atempo=1.0208333333"],
  // The vibrato begins by reading memory that was never written; 50 ms of silence before the piece absorb that.
  [100, "adelay=50:all=1,vibrato=f=1.5:d=0.08,atrim=start=0.05,asetpts=PTS-STARTPTS,equalizer=f=300:t=o:w=2:g=-9"],
];

/** The composition of any seed. */
export function composeSeed(seed: number): TrainingPiece {
  if (seed < SHORT_LOOP_SEED) return composePiece(seed);
  if (seed < HUMAN_SEED) return composeShortLoop(seed);
  if (seed < PULSE_SEED) return composeHumanPiece(seed);
  if (seed < SOLO_SEED) return composePulse(seed);
  if (seed < CALIBRATION_SEED) return composeSolo(seed);
  if (seed >= PLAYED_SEED) return composePlayedSeed(seed);
  if (seed >= MACHINE_SEED) return { ...composeForMachines(seed - MACHINE_SEED), seed };
  return seed % 1_000_000 < SINGLE_SOUNDS ? { ...composeUnheard(seed), seed } : composeSingleSound(seed);
}

function composeUnheard(seed: number): TrainingPiece {
  const unheard = UNHEARD + (seed % 1_000_000) + (seed < TRIAL_SEED ? 0 : UNHEARD);
  if (seed % 4 === 0) return composeShortLoop(SHORT_LOOP_SEED + unheard);
  if (seed % 4 === 1) return composeHumanPiece(HUMAN_SEED + unheard);
  return composePiece(seed % 16 === 2 ? TERNARY_SEED + unheard : unheard);
}

/** The recording of any seed. */
export function recordingOf(seed: number): Recording {
  if (seed >= PLAYED_SEED) return playedRecording(seed);
  if (seed >= MACHINE_SEED) return { machines: seed < MACHINE_TRIAL_SEED ? "learned" : "trial" };
  if (!isRough(seed)) {
    const second = seed >= SHORT_LOOP_SEED && seed % 2 === 1;
    return { ...plainRecording(seed), soundFont: second ? "musescore" : "fluid" };
  }
  const soundFont = seed < TRIAL_SEED ? "musescore" : "trial";
  return { soundFont, effect: drawn(ROUGH_EFFECTS, seed), mp3Kbps: seed % 3 === 0 ? 64 : null };
}

/** Every seventh on machines; those of the trial mostly through the font that is never learned from. */
function playedRecording(seed: number): Recording {
  const trial = seed >= PLAYED_TRIAL_SEED;
  if (!trial && seed % 7 === 3) return { machines: "learned" };
  const soundFont = trial ? "trial" : seed % 16 === 0 ? "musescore" : "fluid";
  if (seed % 4 > 0) return { soundFont, effect: "anull", mp3Kbps: null, direct: true };
  return { soundFont, effect: drawn(ROUGH_EFFECTS, seed), mp3Kbps: seed % 8 === 0 ? 96 : null };
}

/** Through the first sound font, with a mild effect at most. */
export function plainRecording(seed: number): FontRecording {
  return { soundFont: "fluid", effect: drawn(EFFECTS, seed), mp3Kbps: null };
}

function drawn(effects: [number, string][], seed: number): string {
  const percentile = (seed * 7919) % 100;
  return effects.find(([upTo]) => percentile < upTo)?.[1] ?? "anull";
}

/** A name for the audio of a piece; it changes with everything that the audio is made of. */
export function corpusKey(piece: TrainingPiece, recording: Recording): string {
  const made = JSON.stringify([piece.notes, piece.programs, piece.durationSeconds, recording]);
  return `${piece.seed}-${createHash("sha256").update(made).digest("hex").slice(0, 12)}`;
}
