import { execFile } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { midiFile, type Part } from "@/tests/fixtures/midi-file";
import type { TrainingPiece } from "./composition";

const run = promisify(execFile);
/** FluidR3 GM is MIT-licensed; Debian packages it as fluid-soundfont-gm. */
const soundFont = process.env.SOUND_FONT ?? "/usr/share/sounds/sf2/FluidR3_GM.sf2";
const folder = join(process.cwd(), ".cache/train");
export const RENDER_RATE_HZ = 44100;
/** A tempo of 60 makes a beat of the MIDI file a second. */
const BEATS_ARE_SECONDS = 60;

/** What is laid over a piece, by cumulative percentage; half of them stay as they are. */
const EFFECTS: [number, string][] = [
  [50, "anull"],
  [62, "lowpass=f=5000"],
  [74, "acompressor=threshold=0.1:ratio=6:makeup=3,alimiter=limit=0.98"],
  [86, "aecho=0.8:0.7:40|70:0.3|0.2"],
  [100, "highpass=f=120"],
];

function midiOf(piece: TrainingPiece): Uint8Array {
  const parts: Part[] = [...piece.programs, { channel: 9, program: 0 }].map(({ channel, program }) => ({
    channel,
    program,
    notes: piece.notes
      .filter((note) => note.channel === channel && note.startSeconds < piece.durationSeconds - 0.02)
      .map(({ pitch, startSeconds, lengthSeconds, velocity }) => ({
        pitch,
        startBeats: startSeconds,
        lengthBeats: lengthSeconds,
        velocity,
      })),
  }));
  return midiFile(BEATS_ARE_SECONDS, parts);
}

/** The piece as audio, rendered once and kept in `.cache/train`. Needs fluidsynth and ffmpeg. Returns mono samples. */
export async function renderPiece(piece: TrainingPiece): Promise<Float32Array> {
  mkdirSync(folder, { recursive: true });
  const target = join(folder, `${piece.seed}.flac`);
  if (!existsSync(target)) await renderTo(target, piece);
  const pcm = ["-v", "error", "-i", target, "-f", "f32le", "-af", "pan=mono|c0=0.55*c0+0.45*c1", "-"];
  const { stdout } = await run("ffmpeg", pcm, { encoding: "buffer", maxBuffer: 2 ** 28 });
  return new Float32Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.byteLength));
}

async function renderTo(target: string, piece: TrainingPiece): Promise<void> {
  const midi = target.replace(/flac$/, "mid");
  const rendered = target.replace(/flac$/, "wav");
  const encoded = target.replace(/flac$/, "part.flac");
  writeFileSync(midi, midiOf(piece));
  const synth = ["-ni", "-q", "-g", "0.6", "-r", `${RENDER_RATE_HZ}`, "-o", "synth.dynamic-sample-loading=1"];
  await run("fluidsynth", [...synth, "-F", rendered, soundFont, midi]);
  const percentile = (piece.seed * 7919) % 100;
  const [, effect] = EFFECTS.find(([upTo]) => percentile < upTo) ?? [100, "anull"];
  const cut = ["-af", `${effect},apad`, "-t", piece.durationSeconds.toFixed(6)];
  await run("ffmpeg", ["-y", "-v", "error", "-i", rendered, ...cut, encoded]);
  renameSync(encoded, target);
  for (const scratch of [midi, rendered]) rmSync(scratch, { force: true });
}
