import { SeededRandom } from "@/bench/statistics/seeded-random";
import type { Instrument } from "@/lib/analysis/record/values/instruments";
import { worn } from "./augmentation";
import { type FontSound, fontSounds } from "./font-notes";
import { addInto, between, normalised } from "./signal-blocks";
import { bell, mallet } from "./synthesis/bells";
import { clap, kick, rim, snare, tom } from "./synthesis/drums";
import { ambience, effect } from "./synthesis/effects";
import { handPercussion } from "./synthesis/hand-percussion";
import { cowbell, cymbal, hiHat } from "./synthesis/metal";
import { bass, synth } from "./synthesis/synths";
import { speech, sungVoice } from "./synthesis/voices";

export type SingleSound = FontSound;

type Maker = { label: Instrument; make: (random: SeededRandom) => Float32Array; share: number };

const MAKERS: Maker[] = [
  { label: "kick", make: kick, share: 2 },
  { label: "snare", make: snare, share: 2 },
  { label: "rim", make: rim, share: 1 },
  { label: "clap", make: clap, share: 1 },
  { label: "hi-hat", make: hiHat, share: 2 },
  { label: "cymbal", make: cymbal, share: 1.3 },
  { label: "tom", make: tom, share: 1.5 },
  { label: "cowbell", make: cowbell, share: 1 },
  { label: "percussion", make: handPercussion, share: 3 },
  { label: "bass", make: bass, share: 1.3 },
  { label: "synth", make: synth, share: 3 },
  { label: "bell", make: bell, share: 1 },
  { label: "mallet", make: mallet, share: 0.5 },
  { label: "voice", make: sungVoice, share: 0.8 },
  { label: "speech", make: speech, share: 0.7 },
  { label: "fx", make: effect, share: 2.5 },
  { label: "ambience", make: ambience, share: 1 },
];

/** People pitch drums freely, melodic notes hardly at all. */
const FREE: readonly Instrument[] = ["kick", "snare", "rim", "clap", "hi-hat", "cymbal", "tom", "percussion", "fx"];
const speedsOf = (label: Instrument): [number, number] => (FREE.includes(label) ? [0.75, 1.4] : [0.93, 1.07]);

/** Kinds of which producers layer two sounds. */
const LAYERED: readonly Instrument[] = ["kick", "snare", "clap", "hi-hat", "cymbal", "tom", "bass", "synth", "fx"];

function layered(make: Maker["make"], random: SeededRandom): Float32Array {
  const [first, second] = [normalised(make(random)), normalised(make(random))];
  const [longer, shorter] = first.length >= second.length ? [first, second] : [second, first];
  return addInto(longer, shorter, between(random, 0.15, 1));
}

/** `perShare` sounds of each synthesised kind, times its share. */
export function* synthesised(perShare: number, seed: number): Generator<SingleSound> {
  for (const [kind, { label, make, share }] of MAKERS.entries()) {
    for (let i = 0; i < perShare * share; i++) {
      const random = new SeededRandom(seed * 7_919_003 + kind * 104_729 + i * 31);
      const sound = random.chance(LAYERED.includes(label) ? 0.25 : 0) ? layered(make, random) : make(random);
      const once = worn(sound, random, speedsOf(label));
      // A shared sound has often been processed by somebody else before.
      const signal = random.chance(0.25) ? worn(once, random, speedsOf(label)) : once;
      yield { label, group: "synthesis", signal };
    }
  }
}

/** The same without wear, for mixes; only the labels that are wanted. */
export function* plain(
  perShare: number,
  seed: number,
  wanted: (label: Instrument) => boolean = () => true,
): Generator<SingleSound> {
  for (const [kind, { label, make, share }] of MAKERS.entries()) {
    if (!wanted(label)) continue;
    for (let i = 0; i < perShare * share; i++) {
      const random = new SeededRandom(seed * 32_452_843 + kind * 104_729 + i * 31);
      yield { label, group: "synthesis", signal: make(random) };
    }
  }
}

/** Each note and hit of a font, as it is and then `wears` times worn. */
export async function* sampled(font: string, wears: number, seed: number): AsyncGenerator<SingleSound> {
  const random = new SeededRandom(seed * 15_485_863);
  for await (const sound of fontSounds({ font, notesPerProgram: 9, velocitiesPerKey: 2, seed })) {
    yield sound;
    for (let w = 0; w < wears; w++) yield { ...sound, signal: worn(sound.signal, random, speedsOf(sound.label)) };
  }
}
