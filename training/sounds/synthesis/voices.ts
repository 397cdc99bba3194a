import { execFileSync } from "node:child_process";
import type { SeededRandom } from "@/bench/statistics/seeded-random";
import {
  addInto,
  between,
  filtered,
  resampled,
  SOUND_RATE_HZ,
  shaped,
  silence,
  whiteNoise,
} from "@/training/sounds/signal-blocks";

/** First four formants of sung vowels in hertz. Peterson & Barney, 1952; Fant, 1960. */
const VOWELS = [
  [730, 1090, 2440, 3400],
  [270, 2290, 3010, 3600],
  [300, 870, 2240, 3300],
  [530, 1840, 2480, 3500],
  [570, 840, 2410, 3300],
  [640, 1190, 2390, 3400],
  [490, 1350, 1690, 3200],
];

/** Sung or called vowels of one voice or several: glottal pulses through moving formants. */
export function sungVoice(random: SeededRandom): Float32Array {
  const singers = random.pick([1, 1, 1, 2, 4, 6]);
  const seconds = between(random, 0.15, 3.5);
  const hz = between(random, 85, 700);
  const [from, to] = [random.pick(VOWELS), random.pick(VOWELS)];
  const size = hz > 300 ? random.between(1.05, 1.35) : random.between(0.85, 1.15);
  const out = silence(seconds);
  const chord = random.chance(0.3) ? [0, 4, 7, 12] : [0, 0, 0, 0];
  for (let s = 0; s < singers; s++) {
    const note = hz * 2 ** ((chord[s % 4] ?? 0) / 12) * random.between(0.99, 1.01);
    addInto(
      out,
      singer(
        random,
        note,
        seconds,
        from.map((f) => f * size),
        to.map((f) => f * size),
      ),
      1 / singers,
    );
  }
  const rise = Math.min(seconds * 0.4, between(random, 0.01, 0.4));
  const fall = Math.min(seconds * 0.5, between(random, 0.03, 0.8));
  return shaped(out, [
    [0, 0],
    [rise, 1],
    [seconds - fall, random.between(0.5, 1)],
    [seconds, 0],
  ]);
}

function singer(random: SeededRandom, hz: number, seconds: number, from: number[], to: number[]): Float32Array {
  const rate = random.between(4, 7);
  const depth = random.chance(0.6) ? random.between(0.003, 0.02) : 0.001;
  const slide = random.chance(0.4) ? random.between(-0.25, 0.25) : 0;
  const open = random.between(0.4, 0.8);
  const breath = between(random, 0.01, 0.3);
  let turns = random.next();
  // The glottal pulse of Rosenberg, 1971.
  const throat = silence(seconds).map((_, i) => {
    const t = i / SOUND_RATE_HZ;
    const now = hz * (1 + depth * Math.sin(2 * Math.PI * rate * t) + slide * Math.exp(-t / 0.15));
    turns += now / SOUND_RATE_HZ;
    const x = turns - Math.floor(turns);
    const pulse = x < open ? (x / open) ** 2 * (3 - (2 * x) / open) * (1 - x) : 0;
    return pulse + breath * (2 * random.next() - 1) * (x < open ? 1 : 0.3);
  });
  const source = filtered(throat, "high", 60);
  const out = silence(seconds);
  from.forEach((start, f) => {
    const end = to[f] ?? start;
    const path = (t: number) => start + (end - start) * Math.min(1, t / seconds);
    addInto(out, filtered(source, "band", path, random.between(5, 14)), [1, 0.6, 0.3, 0.2][f] ?? 0.1);
  });
  if (random.chance(0.15))
    addInto(
      out,
      whiteNoise(random, 0.08).map((x, i) => x * 0.1 * (1 - i / (0.08 * SOUND_RATE_HZ))),
    );
  return out;
}

const TONGUES = ["en-us", "en-gb", "de", "fr-fr", "es", "it", "pt-br", "sv", "nl", "pl"];
const WORDS = [
  ...["one two three", "check", "listen", "hey", "everybody", "let me hear you", "the end of the night", "welcome"],
  ...["drop the bass", "yes", "no", "what is going on", "we are here", "good morning", "come on", "this is the sound"],
  ...[
    "radio",
    "I remember everything",
    "computer",
    "stop",
    "go",
    "again and again",
    "music",
    "hello world",
    "ah",
    "oh",
  ],
  ...["madam president", "seven eleven", "do you know the way", "breathe", "feel it", "up and down", "control"],
];

/** Words spoken by espeak-ng, which must be installed. */
export function speech(random: SeededRandom): Float32Array {
  const variant = random.pick([
    "",
    "+f1",
    "+f2",
    "+f3",
    "+f4",
    "+m1",
    "+m2",
    "+m3",
    "+m5",
    "+m7",
    "+croak",
    "+whisper",
  ]);
  const said = [
    ...["-v", random.pick(TONGUES) + variant, "-s", `${random.whole(90, 260)}`, "-p", `${random.whole(5, 95)}`],
    ...["--stdout", random.pick(WORDS)],
  ];
  const wav = execFileSync("espeak-ng", said, { maxBuffer: 2 ** 26, stdio: ["ignore", "pipe", "ignore"] });
  const rateHz = wav.readUInt32LE(24);
  const samples = new Int16Array(wav.buffer.slice(wav.byteOffset + 44, wav.byteOffset + (wav.length & ~1)));
  return resampled(
    Float32Array.from(samples, (x) => x / 32768),
    (rateHz / SOUND_RATE_HZ) * random.between(0.85, 1.15),
  );
}
