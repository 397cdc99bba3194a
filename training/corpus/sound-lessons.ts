import { basename } from "node:path";
import type { Instrument } from "@/lib/analysis/record/values/instruments";
import { INSTRUMENT_LAYOUT, InstrumentFeatures } from "@/lib/dsp/sound/instrument-features";
import { MIX_LAYOUT, MixFeatures } from "@/lib/dsp/sound/mix-features";
import { keptRows } from "@/training/host/cache";
import { fontSounds } from "@/training/sounds/font-notes";
import { MIX_SECONDS, mixOf, type Pool } from "@/training/sounds/mixes";
import { SOUND_RATE_HZ } from "@/training/sounds/signal-blocks";
import { plain, type SingleSound, sampled, synthesised } from "@/training/sounds/single-sounds";

/** What is measured of a single sound, what it is, and where it comes from. */
export type MeasuredSound = { label: Instrument; group: string; features: Float32Array };

/** To be raised when sounds or features change: kept measurements are then made anew. */
const VERSION = 5;

type Sounds = Iterable<SingleSound> | AsyncIterable<SingleSound>;

export const synthesisedLessons = (perShare: number, seed: number): Promise<MeasuredSound[]> =>
  measuredSounds(`synthesis-${perShare}-${seed}`, synthesised(perShare, seed));

export const sampledLessons = (font: string, wears: number, seed: number): Promise<MeasuredSound[]> =>
  measuredSounds(`${basename(font)}-${wears}-${seed}`, sampled(font, wears, seed));

async function measuredSounds(name: string, sounds: Sounds): Promise<MeasuredSound[]> {
  const { facts, values } = await keptRows(`sounds/${name}-v${VERSION}`, () => measureSounds(sounds));
  return facts.map((fact, i) => ({
    ...fact,
    features: values.subarray(i * INSTRUMENT_LAYOUT.size, (i + 1) * INSTRUMENT_LAYOUT.size),
  }));
}

async function measureSounds(sounds: Sounds) {
  const meter = new InstrumentFeatures(SOUND_RATE_HZ);
  const rows: Float32Array[] = [];
  const facts: Omit<MeasuredSound, "features">[] = [];
  for await (const { label, group, signal } of sounds) {
    const features = meter.measure(signal);
    if (!features) continue;
    rows.push(Float32Array.from(features));
    facts.push({ label, group });
  }
  return { facts, rows };
}

/** The seconds of a mix, each with what is heard in it. */
export type MeasuredMix = { features: Float32Array; heard: Instrument[] }[];

/**
 * Mixes of seeds `from` … `from + count − 1` out of `pool`, measured second by second.
 * @param name tells this pool from others
 */
export async function mixLessons(
  name: string,
  from: number,
  count: number,
  pool: () => Promise<Pool>,
): Promise<MeasuredMix[]> {
  const kept = `sounds/mixes-${name}-${from}-${count}-v${VERSION}`;
  const { facts, values } = await keptRows(kept, async () => measureMixes(from, count, await pool()));
  let row = 0;
  return facts.map((seconds) =>
    seconds.map((heard) => ({ heard, features: values.subarray(row * MIX_LAYOUT.size, ++row * MIX_LAYOUT.size) })),
  );
}

function measureMixes(from: number, count: number, pool: Pool) {
  const meter = new MixFeatures(SOUND_RATE_HZ);
  const rows: Float32Array[] = [];
  const facts: Instrument[][][] = [];
  for (let seed = from; seed < from + count; seed++) {
    const { signal, heard } = mixOf(seed, pool);
    const seconds: Instrument[][] = [];
    for (let second = 0; second < MIX_SECONDS; second++) {
      const features = meter.measure(signal.subarray(second * SOUND_RATE_HZ, (second + 1) * SOUND_RATE_HZ));
      if (!features) continue;
      rows.push(Float32Array.from(features));
      seconds.push([...(heard[second] ?? [])]);
    }
    facts.push(seconds);
  }
  return { facts, rows };
}

/** Sounds of a font from the groups that `wanted` lets in, and synthesised ones, by what they are. */
export async function poolOf(font: string, seed: number, wanted: (group: string) => boolean): Promise<Pool> {
  const pool = new Map<Instrument, Float32Array[]>();
  const add = ({ label, signal }: SingleSound) => pool.set(label, [...(pool.get(label) ?? []), signal]);
  for await (const sound of fontSounds({ font, notesPerProgram: 9, velocitiesPerKey: 2, seed: 1 })) {
    if (wanted(sound.group)) add(sound);
  }
  for (const sound of plain(12, seed)) add(sound);
  return pool;
}
