import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wavFile } from "@/tests/fixtures/wav-file";
import {
  BASS_CHANNEL,
  CHORD_CHANNEL,
  DRUM_CHANNEL,
  MELODY_CHANNEL,
  type TimedNote,
  type TrainingPiece,
} from "./compose/composition";
import { composePiece } from "./compose/piece";
import { playOnMachines, soundBank } from "./sounds/machine-playing";
import { SOUND_RATE_HZ } from "./sounds/signal-blocks";
import { playInTune } from "./sounds/tuned-playing";

// Renders arrangements taken apart into parts, each a loop of whole bars: npm run train:parts -- <folder> [arrangements]
// No model is learned from them.

/** Pieces that nothing is learned from. */
const FIRST_SEED = 8_000_000;
const BANK_SEED = 79;
const ARRANGEMENTS = 160;
const PARTS = { drums: DRUM_CHANNEL, bass: BASS_CHANNEL, chords: CHORD_CHANNEL, melody: MELODY_CHANNEL };
/**
 * Tempos are brought to multiples of this, as in libraries, where many loops share a tempo. Else the exact tempo alone
 * would tell which parts belong together.
 */
const TEMPO_STEP_BPM = 5;
/** A part with fewer notes in its bars is nothing to go by. */
const NOTES_MIN = 4;
const PEAK = 0.8;

/** The longest of eight, four or two bars that the piece has, from its second bar on where there is one. */
function excerptOf({ beatSeconds, beatsPerBar, durationSeconds }: TrainingPiece) {
  const bars = Math.floor(beatSeconds.length / beatsPerBar);
  const first = bars > 8 ? 1 : 0;
  for (const length of [8, 4, 2]) {
    const from = beatSeconds[first * beatsPerBar];
    const end = beatSeconds[(first + length) * beatsPerBar];
    if (from !== undefined && end !== undefined && end <= durationSeconds) return { from, end };
  }
  return null;
}

/** The same piece at the nearest multiple of `TEMPO_STEP_BPM`. */
function atRoundTempo(piece: TrainingPiece): TrainingPiece {
  const bpm = Math.round(piece.bpm / TEMPO_STEP_BPM) * TEMPO_STEP_BPM;
  const slower = piece.bpm / bpm;
  return {
    ...piece,
    bpm,
    durationSeconds: piece.durationSeconds * slower,
    beatSeconds: piece.beatSeconds.map((seconds) => seconds * slower),
    notes: piece.notes.map(({ startSeconds, lengthSeconds, ...note }) => ({
      ...note,
      startSeconds: startSeconds * slower,
      lengthSeconds: lengthSeconds * slower,
    })),
  };
}

function cut(notes: readonly TimedNote[], { from, end }: { from: number; end: number }): TimedNote[] {
  return notes
    .filter(({ startSeconds }) => startSeconds > from - 0.03 && startSeconds < end - 0.05)
    .map((note) => ({ ...note, startSeconds: Math.max(0, note.startSeconds - from) }));
}

function main(): void {
  const [folder, wanted] = process.argv.slice(2);
  if (!folder) throw new Error("usage: npm run train:parts -- <folder> [arrangements]");
  mkdirSync(folder, { recursive: true });
  const bank = soundBank(BANK_SEED);
  const lines = ["path,arrangement,part,bpm,tonic,mode"];
  let arrangements = 0;
  for (let seed = FIRST_SEED; arrangements < Number(wanted ?? ARRANGEMENTS); seed++) {
    const piece = atRoundTempo(composePiece(seed));
    const excerpt = excerptOf(piece);
    if (!excerpt) continue;
    const seconds = excerpt.end - excerpt.from;
    const parts = Object.entries(PARTS).flatMap(([name, channel], index) => {
      const notes = cut(
        piece.notes.filter((note) => note.channel === channel),
        excerpt,
      );
      if (notes.length < NOTES_MIN) return [];
      const signal =
        channel === DRUM_CHANNEL
          ? playOnMachines({ ...piece, notes, durationSeconds: seconds }, bank)
          : playInTune(notes, seconds, seed * 4 + index);
      return [{ name, signal }];
    });
    if (parts.length < 2) continue;
    for (const { name, signal } of parts) {
      const path = `${String(arrangements).padStart(3, "0")}-${name}.wav`;
      const sample = (frame: number) => PEAK * (signal[frame] ?? 0);
      const wav = wavFile({ sampleRateHz: SOUND_RATE_HZ, channels: 1, frames: signal.length, sample });
      writeFileSync(join(folder, path), wav);
      lines.push([path, arrangements, name, piece.bpm, piece.tonic, piece.mode].join(","));
    }
    arrangements++;
  }
  // Last, so that a folder with labels is complete.
  writeFileSync(join(folder, "labels.csv"), `${lines.join("\n")}\n`);
}

main();
