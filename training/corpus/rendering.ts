import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { DRUM_CHANNEL, type TrainingPiece } from "@/training/compose/composition";
import { cacheFolder } from "@/training/host/cache";
import { soundFontPath } from "@/training/host/tools";
import { playOnMachines, type SoundBank, soundBank } from "@/training/sounds/machine-playing";
import { midiOf } from "@/training/sounds/midi";
import { SOUND_RATE_HZ } from "@/training/sounds/signal-blocks";
import { corpusKey, type FontRecording, type MachineRecording, plainRecording, recordingOf } from "./corpus";

const run = promisify(execFile);
export const RENDER_RATE_HZ = SOUND_RATE_HZ;
const WAV_HEADER = 44;
/** A note that begins so near the end of the piece is left out. */
const LAST_START_SECONDS = 0.02;

/** The piece as mono samples, recorded as its seed says. Needs fluidsynth and ffmpeg. */
export async function renderPiece(piece: TrainingPiece): Promise<Float32Array> {
  const recording = recordingOf(piece.seed);
  if ("machines" in recording) return playOnMachines(piece, bankOf(recording));
  return render(piece, soundFontPath(recording.soundFont), recording);
}

/** The piece as mono samples through a sound font of the caller's choice. */
export function renderOnce(piece: TrainingPiece, soundFont: string): Promise<Float32Array> {
  return render(piece, soundFont, plainRecording(piece.seed));
}

const BANK_SEEDS = { learned: 77, trial: 78 };
const banks = new Map<MachineRecording["machines"], SoundBank>();

/** Made when it is first needed, which takes seconds. */
function bankOf({ machines }: MachineRecording): SoundBank {
  const bank = banks.get(machines) ?? soundBank(BANK_SEEDS[machines]);
  banks.set(machines, bank);
  return bank;
}

/** Puts its scratch files into the cache folder and removes them. */
async function render(piece: TrainingPiece, soundFont: string, recording: FontRecording): Promise<Float32Array> {
  mkdirSync(cacheFolder(), { recursive: true });
  const stem = join(cacheFolder(), `${corpusKey(piece, recording)}.${process.pid}`);
  const scratch = ["mid", "wav", "mp3"].map((extension) => `${stem}.${extension}`);
  const [midi, rendered, encoded] = scratch as [string, string, string];
  try {
    writeFileSync(midi, midiOf(partsOf(piece)));
    const synth = ["-ni", "-q", "-g", "0.6", "-r", `${RENDER_RATE_HZ}`, "-o", "synth.dynamic-sample-loading=1"];
    await run("fluidsynth", [...synth, "-F", rendered, soundFont, midi]);
    if (recording.direct) return mixed(readFileSync(rendered), piece.durationSeconds);
    return await recorded(rendered, encoded, piece.durationSeconds, recording);
  } finally {
    for (const file of scratch) rmSync(file, { force: true });
  }
}

function partsOf({ programs, notes, durationSeconds }: TrainingPiece) {
  return [...programs, { channel: DRUM_CHANNEL, program: 0 }].map((part) => ({
    ...part,
    notes: notes.filter(
      (note) => note.channel === part.channel && note.startSeconds < durationSeconds - LAST_START_SECONDS,
    ),
  }));
}

/** The synthesizer's stereo as it is, 16 bits a sample, cut to the piece's length. */
function mixed(wav: Buffer, seconds: number): Float32Array {
  const out = new Float32Array(Math.round(seconds * RENDER_RATE_HZ));
  const frames = Math.min(out.length, Math.floor((wav.length - WAV_HEADER) / 4));
  for (let i = 0; i < frames; i++) {
    const at = WAV_HEADER + 4 * i;
    out[i] = (0.55 * wav.readInt16LE(at) + 0.45 * wav.readInt16LE(at + 2)) / 32768;
  }
  return out;
}

/** Cut to the piece's length, with the recording's effect, and through its codec. */
async function recorded(wav: string, mp3: string, seconds: number, recording: FontRecording): Promise<Float32Array> {
  const cut = ["-af", `${recording.effect},apad`, "-t", seconds.toFixed(6)];
  const quiet = ["-y", "-v", "error", "-bitexact"];
  const mono = ["-f", "f32le", "-af", "pan=mono|c0=0.55*c0+0.45*c1", "-"];
  const source = wav.replace(/wav$/, "cut.wav");
  try {
    await run("ffmpeg", [...quiet, "-i", wav, ...cut, source]);
    if (recording.mp3Kbps) await run("ffmpeg", [...quiet, "-i", source, "-b:a", `${recording.mp3Kbps}k`, mp3]);
    const input = recording.mp3Kbps ? mp3 : source;
    const { stdout } = await run("ffmpeg", [...quiet, "-i", input, ...mono], {
      encoding: "buffer",
      maxBuffer: 2 ** 28,
    });
    return new Float32Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.byteLength));
  } finally {
    rmSync(source, { force: true });
  }
}
