import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Instrument } from "@/lib/analysis/record/labels";
import { INSTRUMENT_FEATURES, InstrumentFeatures } from "@/lib/dsp/sound/instrument-features";
import { MIX_FEATURES, MixFeatures } from "@/lib/dsp/sound/mix-features";
import { cacheFolder } from "@/training/host/cache";
import { fontSounds } from "@/training/sounds/font-notes";
import { MIX_SECONDS, mixOf, type Pool } from "@/training/sounds/mixes";
import { SOUND_RATE_HZ } from "@/training/sounds/signal-blocks";
import { plain, type SingleSound, sampled, synthesised } from "@/training/sounds/single-sounds";

/** What is measured of a single sound, what it is, and where it is from. */
export type MeasuredSound = { label: Instrument; group: string; features: Float32Array };

/** Raise it when sounds or features change: kept measurements are then made anew. */
const VERSION = 5;

export const synthesisedLessons = (perShare: number, seed: number): Promise<MeasuredSound[]> =>
  kept(`synthesis-${perShare}-${seed}`, synthesised(perShare, seed));

export const sampledLessons = (font: string, wears: number, seed: number): Promise<MeasuredSound[]> =>
  kept(`${basename(font)}-${wears}-${seed}`, sampled(font, wears, seed));

/** Measurements of the sounds, made once and kept in `.cache/train/sounds`. */
async function kept(
  name: string,
  sounds: Iterable<SingleSound> | AsyncIterable<SingleSound>,
): Promise<MeasuredSound[]> {
  const folder = join(cacheFolder, "sounds");
  mkdirSync(folder, { recursive: true });
  const target = join(folder, `${name}-v${VERSION}`);
  if (!existsSync(`${target}.json`)) await measureTo(target, sounds);
  const labels: { label: Instrument; group: string }[] = JSON.parse(readFileSync(`${target}.json`, "utf8"));
  const bytes = readFileSync(`${target}.f32`);
  const all = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  return labels.map((facts, i) => ({
    ...facts,
    features: all.subarray(i * INSTRUMENT_FEATURES, (i + 1) * INSTRUMENT_FEATURES),
  }));
}

async function measureTo(target: string, sounds: Iterable<SingleSound> | AsyncIterable<SingleSound>): Promise<void> {
  const meter = new InstrumentFeatures(SOUND_RATE_HZ);
  const rows: Buffer[] = [];
  const labels: { label: Instrument; group: string }[] = [];
  for await (const { label, group, signal } of sounds) {
    const features = meter.measure(signal);
    if (!features) continue;
    rows.push(Buffer.from(Float32Array.from(features).buffer));
    labels.push({ label, group });
  }
  writeFileSync(`${target}.f32`, Buffer.concat(rows));
  writeFileSync(`${target}.part`, JSON.stringify(labels));
  renameSync(`${target}.part`, `${target}.json`);
}

/** Seconds of a mix, and for each what is heard in it. */
export type MeasuredMix = { features: Float32Array; heard: Instrument[] }[];

/**
 * Mixes of seeds `from` … `from + count − 1` out of `pool`, measured second by second; made once and kept.
 * @param name tells this pool from others
 */
export async function mixLessons(
  name: string,
  from: number,
  count: number,
  pool: () => Promise<Pool>,
): Promise<MeasuredMix[]> {
  const target = join(cacheFolder, "sounds", `mixes-${name}-${from}-${count}-v${VERSION}`);
  if (!existsSync(`${target}.json`)) writeMixes(target, from, count, await pool());
  const mixes: Instrument[][][] = JSON.parse(readFileSync(`${target}.json`, "utf8"));
  const bytes = readFileSync(`${target}.f32`);
  const all = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  let row = 0;
  return mixes.map((seconds) =>
    seconds.map((heard) => ({ heard, features: all.subarray(row * MIX_FEATURES, ++row * MIX_FEATURES) })),
  );
}

function writeMixes(target: string, from: number, count: number, pool: Pool): void {
  const meter = new MixFeatures(SOUND_RATE_HZ);
  const rows: Buffer[] = [];
  const mixes: Instrument[][][] = [];
  for (let seed = from; seed < from + count; seed++) {
    const { signal, heard } = mixOf(seed, pool);
    const seconds: Instrument[][] = [];
    for (let second = 0; second < MIX_SECONDS; second++) {
      const features = meter.measure(signal.subarray(second * SOUND_RATE_HZ, (second + 1) * SOUND_RATE_HZ));
      if (!features) continue;
      rows.push(Buffer.from(Float32Array.from(features).buffer));
      seconds.push([...(heard[second] ?? [])]);
    }
    mixes.push(seconds);
  }
  writeFileSync(`${target}.f32`, Buffer.concat(rows));
  writeFileSync(`${target}.part`, JSON.stringify(mixes));
  renameSync(`${target}.part`, `${target}.json`);
}

/** Sounds of the first font and synthesised ones of a group that `wanted` lets in, by what they are. */
export async function poolOf(font: string, seed: number, wanted: (group: string) => boolean): Promise<Pool> {
  const pool = new Map<Instrument, Float32Array[]>();
  const add = ({ label, signal }: SingleSound) => pool.set(label, [...(pool.get(label) ?? []), signal]);
  for await (const sound of fontSounds({ font, notesPerProgram: 9, velocitiesPerKey: 2, seed: 1 })) {
    if (wanted(sound.group)) add(sound);
  }
  for (const sound of plain(12, seed)) add(sound);
  return pool;
}
