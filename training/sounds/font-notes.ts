import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { SeededRandom } from "@/bench/statistics/seeded-random";
import type { Instrument } from "@/lib/analysis/record/values/instruments";
import { DRUM_CHANNEL } from "@/training/compose/composition";
import { cacheFolder } from "@/training/host/cache";
import { DRUM_KEYS, KITS, ORCHESTRA_KEYS, ORCHESTRA_KIT, PROGRAMS } from "./general-midi";
import { midiOf } from "./midi";
import { peakOf, SOUND_RATE_HZ } from "./signal-blocks";

// Single notes and hits of sound fonts. Needs fluidsynth.

const run = promisify(execFile);
const MELODIC_CHANNELS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15];
const SLOT_SECONDS = { note: 3.6, hit: 2.6 };

/** A stretch of a rendered file that holds one note. */
type Slot = { label: Instrument; startSeconds: number; pitch: number; velocity: number; lengthSeconds: number };
type SlotPart = { channel: number; program: number; slots: Slot[] };
export type FontSound = { label: Instrument; group: string; signal: Float32Array };

export type FontOptions = { font: string; notesPerProgram: number; velocitiesPerKey: number; seed: number };

/** Every program's notes and every kit's hits of a sound font; several programs share one rendered file. */
export async function* fontSounds(options: FontOptions): AsyncGenerator<FontSound> {
  const { font, seed } = options;
  const name = basename(font).replace(/\W/g, "_");
  const programs = [...PROGRAMS.keys()];
  for (let first = 0; first < programs.length; first += MELODIC_CHANNELS.length) {
    const batch = programs.slice(first, first + MELODIC_CHANNELS.length);
    const parts = batch.map((program, i) => {
      const random = new SeededRandom(seed * 1009 + program);
      const fromSeconds = i * options.notesPerProgram * SLOT_SECONDS.note;
      const slots = noteSlots(program, fromSeconds, options.notesPerProgram, random);
      return { channel: MELODIC_CHANNELS[i] ?? 0, program, slots };
    });
    const signal = await rendered(font, `${name}-programs-${first}-${seed}`, parts);
    for (const { program, slots } of parts) yield* cut(signal, slots, `program ${program}`, "note");
  }
  for (const kit of [...KITS, ORCHESTRA_KIT]) {
    const random = new SeededRandom(seed * 1009 + 500 + kit);
    const slots = hitSlots(kit, options.velocitiesPerKey, random);
    const signal = await rendered(font, `${name}-kit-${kit}-${seed}`, [{ channel: DRUM_CHANNEL, program: kit, slots }]);
    yield* cut(signal, slots, `kit ${kit}`, "hit");
  }
}

function noteSlots(program: number, fromSeconds: number, count: number, random: SeededRandom): Slot[] {
  const known = PROGRAMS.get(program);
  if (!known) return [];
  const [low, high] = known.range;
  return Array.from({ length: count }, (_, i) => ({
    label: known.label,
    startSeconds: fromSeconds + i * SLOT_SECONDS.note,
    pitch: Math.round(low + ((high - low) * (i + random.next())) / count),
    velocity: random.whole(40, 127),
    lengthSeconds: 0.1 * 25 ** random.next(),
  }));
}

function hitSlots(kit: number, velocities: number, random: SeededRandom): Slot[] {
  const keys = kit === ORCHESTRA_KIT ? ORCHESTRA_KEYS : DRUM_KEYS;
  return [...keys].flatMap(([pitch, label], k) =>
    Array.from({ length: velocities }, (_, v) => ({
      label,
      pitch,
      startSeconds: (k * velocities + v) * SLOT_SECONDS.hit,
      velocity: Math.round(127 - (80 * (v + random.next() * 0.8)) / velocities),
      lengthSeconds: 1,
    })),
  );
}

/** Mono samples of the parts' slots in a row, kept in the cache's `notes`. */
async function rendered(font: string, name: string, parts: SlotPart[]): Promise<Float32Array> {
  const folder = join(cacheFolder(), "notes");
  mkdirSync(folder, { recursive: true });
  const target = join(folder, `${name}.raw`);
  if (!existsSync(target)) {
    const midi = `${target}.mid`;
    const part = `${target}.part`;
    writeFileSync(midi, midiOf(parts.map(({ channel, program, slots }) => ({ channel, program, notes: slots }))));
    const synth = ["-ni", "-q", "-R", "0", "-C", "0", "-g", "0.5", "-r", `${SOUND_RATE_HZ}`, "-T", "raw", "-O", "s16"];
    await run("fluidsynth", [...synth, "-o", "synth.dynamic-sample-loading=1", "-F", part, font, midi]);
    renameSync(part, target);
    rmSync(midi);
  }
  const bytes = readFileSync(target);
  const pcm = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~3)));
  return new Float32Array(pcm.length / 2).map((_, i) => ((pcm[2 * i] ?? 0) + (pcm[2 * i + 1] ?? 0)) / 65536);
}

function* cut(
  signal: Float32Array,
  slots: Slot[],
  group: string,
  kind: keyof typeof SLOT_SECONDS,
): Generator<FontSound> {
  for (const { label, startSeconds } of slots) {
    const from = Math.round(startSeconds * SOUND_RATE_HZ);
    const end = Math.min(signal.length, from + Math.round((SLOT_SECONDS[kind] - 0.05) * SOUND_RATE_HZ));
    const sound = withoutTail(signal.slice(from, end));
    if (sound.length > 0) yield { label, group, signal: sound };
  }
}

/** Ends where all that follows is 60 dB below the peak; empty if nothing sounded. */
function withoutTail(sound: Float32Array): Float32Array {
  const peak = peakOf(sound);
  if (peak < 1e-3) return new Float32Array(0);
  let end = sound.length;
  while (end > 0 && Math.abs(sound[end - 1] ?? 0) < peak * 1e-3) end--;
  return sound.slice(0, end);
}
