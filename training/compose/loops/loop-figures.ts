import type { SeededRandom } from "@/bench/statistics/seeded-random";
import { CHORD_CHANNEL, DRUM_CHANNEL } from "@/training/compose/composition";

/** A sound of a loop, with its times in beats. */
export type Hit = { channel: number; pitch: number; beat: number; beats: number; velocity: number };

/** What a loop may be made of. */
export type Figure = {
  name: string;
  /** Median tempi and their spreads in octaves; one is drawn. */
  tempi: [number, number][];
  /** Chance of three beats a bar. */
  threes: number;
  /** Where the second sixteenth of an eighth falls. */
  swing: [number, number];
  drumsOnly: boolean;
  /** General MIDI programs for what is not played on a drum kit. */
  programs: number[];
  compose: (random: SeededRandom, beats: number, beatsPerBar: number) => Hit[];
};

const STEPS = 4;
const KICK = 36;
const SNARE = 38;
/** Congas and bongos, timbales and agogos, toms, wood. */
const HAND_DRUMS = [
  [64, 63, 62, 61, 60],
  [66, 65, 68, 67],
  [41, 45, 47, 50],
  [76, 77, 75, 70],
];
/** Breaks of two bars in sixteenths: kicks and back beats; ghost notes and cymbals are drawn. */
const BREAKS = [
  ["x.x.......xx....x.x.......x.....", "....x..x.x..x..x....x..x.x....x."],
  ["x.....x...x.....x.....x..xx.....", "....x.......x.......x.......x..x"],
  ["x..x......x..x..x..x..x...x.....", "....x.......x.......x..x....x..."],
  ["x.x.x.....xx..x.x.x.......x..x..", "....x..x....x.......x..x.x..x..."],
  ["x.........x.....x.....x...x.....", "....x.......x.......x.......x.x."],
];
const MINOR_PENTATONIC = [0, 3, 5, 7, 10, 12, 15];

const stepHit = (channel: number, pitch: number, step: number, steps: number, velocity: number): Hit => ({
  channel,
  pitch,
  beat: step / STEPS,
  beats: steps / STEPS,
  velocity,
});

/** Whether `step` has one of `hits` spread over `steps` as evenly as possible (Bjorklund; Toussaint, 2005). */
const even = (step: number, hits: number, steps: number) => (step * hits) % steps < hits;

/** Hand drums: a beat or two, or a bar, repeated; low strokes begin it, rolls come near the end of the loop. */
function handDrums(random: SeededRandom, beats: number, beatsPerBar: number): Hit[] {
  const tuned = random.chance(0.4);
  const base = random.whole(40, 66);
  const voices = tuned ? [base, base + 5, base + 12, base + 7] : random.pick(HAND_DRUMS);
  const channel = tuned ? CHORD_CHANNEL : DRUM_CHANNEL;
  const cycle = STEPS * random.pick([beatsPerBar, beatsPerBar, 2, beats].filter((length) => beats % length === 0));
  const density = random.between(0.3, 1);
  const pattern = Array.from({ length: cycle }, (_, step) => {
    const weight = step === 0 ? 1 : step % STEPS === 0 ? 0.85 : step % 2 === 0 ? 0.75 * density : 0.5 * density;
    const low = step === 0 || random.chance(step % STEPS === 0 ? 0.35 : 0.12);
    const velocity = random.between(50, 95) + (step % STEPS === 0 ? 12 : 0) + (low ? 10 : 0);
    return random.chance(weight) ? { pitch: low ? (voices[0] as number) : random.pick(voices), velocity } : null;
  });
  const hits: Hit[] = [];
  for (let step = 0; step < beats * STEPS; step++) {
    const stroke = pattern[step % cycle];
    if (!stroke || random.chance(0.03)) continue;
    hits.push(stepHit(channel, stroke.pitch, step, 1, stroke.velocity));
    const rolls = step > (beats - 2) * STEPS ? 0.15 : 0.04;
    if (random.chance(rolls)) hits.push(stepHit(channel, stroke.pitch, step + 0.5, 0.5, stroke.velocity * 0.75));
  }
  return hits;
}

/** A break with ghost notes, cut into eighths, some of which change places. */
function cutBreak(random: SeededRandom, beats: number): Hit[] {
  const [kicks, snares] = random.pick(BREAKS) as [string, string];
  const ghosts = random.between(0, 0.3);
  const every = random.pick([1, 2, 2, 2, 4]);
  const cymbal = random.pick([42, 42, 51, 44]);
  const moved = random.chance(0.5) ? random.between(0.05, 0.35) : 0;
  const bars = Array.from(kicks, (kick, step): [pitch: number, velocity: number][] => {
    const struck: [number, number][] = [];
    if (kick === "x") struck.push([KICK, random.between(88, 112)]);
    if (snares[step] === "x") struck.push([SNARE, step % 8 === 4 ? random.between(95, 115) : random.between(55, 90)]);
    else if (kick !== "x" && random.chance(ghosts)) struck.push([SNARE, random.between(22, 48)]);
    if (step % every === 0 && random.chance(0.93)) struck.push([cymbal, step % 4 === 0 ? 78 : 58]);
    return struck;
  });
  const hits: Hit[] = [];
  for (let slice = 0; slice < beats * 2; slice++) {
    const from = slice > 0 && random.chance(moved) ? random.whole(0, 15) : slice % 16;
    for (const within of [0, 1]) {
      for (const [pitch, velocity] of bars[from * 2 + within] ?? []) {
        hits.push(stepHit(DRUM_CHANNEL, pitch, slice * 2 + within, 1, velocity));
      }
    }
  }
  return hits;
}

/** One instrument that repeats short notes of half a bar to two bars, sometimes over a kick. */
function sequence(random: SeededRandom, beats: number, beatsPerBar: number): Hit[] {
  const cycle = STEPS * random.pick([beatsPerBar, beatsPerBar, 2 * beatsPerBar, 2].filter((l) => l <= beats));
  const gate = random.pick([0.4, 0.8, 1, 2]);
  const root = random.whole(33, 62);
  const evenly = random.chance(0.35) ? random.pick([3, 5, 6, 7, 9, 10]) : null;
  const density = random.between(0.35, 1);
  const notes = Array.from({ length: cycle }, (_, step) => {
    const share = density * (step % STEPS === 0 ? 1.2 : step % 2 === 0 ? 1 : 0.7);
    const sounds = evenly ? even(step % 16, evenly, 16) : random.chance(share);
    const pitch = root + (step === 0 ? 0 : random.pick(MINOR_PENTATONIC));
    return sounds ? { pitch, velocity: random.between(62, 95) + (step % STEPS === 0 ? 14 : 0) } : null;
  });
  const kick = random.chance(0.2) ? random.pick([1, 2]) * STEPS : 0;
  const hits: Hit[] = [];
  for (let step = 0; step < beats * STEPS; step++) {
    const note = notes[step % cycle];
    if (note) hits.push(stepHit(CHORD_CHANNEL, note.pitch, step, gate, note.velocity));
    if (kick > 0 && step % kick === 0) hits.push(stepHit(DRUM_CHANNEL, KICK, step, 1, 100));
  }
  return hits;
}

/** Two to four sounds of a drum machine, each spread evenly over steps of its own. */
function layers(random: SeededRandom, beats: number, beatsPerBar: number): Hit[] {
  const bar = beatsPerBar * STEPS;
  const sounds = [36, 35, 41, 45, 39, 37, 38, 42, 46, 56, 54, 70, 53, 75];
  const hits: Hit[] = [];
  const count = random.whole(2, 4);
  for (let layer = 0; layer < count; layer++) {
    const low = layer === 0;
    const pitch = low ? random.pick([36, 35, 41]) : random.pick(sounds);
    const often = low
      ? random.pick([1, 2, 3, beatsPerBar, beatsPerBar])
      : random.pick([2, beatsPerBar, 5, 7, 8, 12, 16]);
    const shift = low ? 0 : random.pick([0, 0, 2, 4, random.whole(0, 7)]);
    const velocity = random.between(60, 112);
    for (let step = 0; step < beats * STEPS; step++) {
      const within = (step + bar - shift) % bar;
      if (even(within, Math.min(often, bar), bar)) hits.push(stepHit(DRUM_CHANNEL, pitch, step, 1, velocity));
    }
  }
  return hits;
}

/** Chords or a bass of few long notes, with a stab or two off the beat. */
function stabs(random: SeededRandom, beats: number, beatsPerBar: number): Hit[] {
  const root = random.whole(36, 60);
  const chord = random.pick([[0], [0, 7], [0, 3, 7], [0, 4, 7], [0, 3, 7, 10]]);
  const bar = beatsPerBar * STEPS;
  const places = Array.from({ length: bar }, (_, step) => step === 0 || random.chance(step % 2 ? 0.06 : 0.22));
  const moves = random.pick([[0], [0, 0, 3, -2], [0, -4], [0, -4, 3, -2], [0, 5]]);
  const steps = random.pick([1, 2, 3, 6]);
  const velocity = random.between(70, 105);
  return Array.from({ length: beats * STEPS }, (_, step) => step)
    .filter((step) => places[step % bar])
    .flatMap((step) =>
      chord.map((above) => {
        const pitch = root + above + (moves[Math.floor(step / bar) % moves.length] ?? 0);
        return stepHit(CHORD_CHANNEL, pitch, step, steps, step % bar === 0 ? velocity * 1.1 : velocity);
      }),
    );
}

export const FIGURES: readonly Figure[] = [
  {
    name: "hand drums",
    tempi: [[108, 0.3]],
    threes: 0.12,
    swing: [0.5, 0.62],
    drumsOnly: true,
    programs: [12, 45, 108, 113, 114, 115, 116, 117, 118],
    compose: handDrums,
  },
  {
    name: "cut break",
    tempi: [
      [102, 0.2],
      [136, 0.2],
      [166, 0.08],
    ],
    threes: 0,
    swing: [0.5, 0.6],
    drumsOnly: true,
    programs: [0],
    compose: cutBreak,
  },
  {
    name: "sequence of notes",
    tempi: [[122, 0.22]],
    threes: 0.05,
    swing: [0.5, 0.6],
    drumsOnly: false,
    programs: [4, 11, 12, 13, 24, 27, 38, 39, 45, 62, 80, 81, 84, 87, 98, 102],
    compose: sequence,
  },
  {
    name: "layers",
    tempi: [[118, 0.28]],
    threes: 0.08,
    swing: [0.5, 0.6],
    drumsOnly: true,
    programs: [0],
    compose: layers,
  },
  {
    name: "stabs",
    tempi: [[116, 0.28]],
    threes: 0.05,
    swing: [0.5, 0.6],
    drumsOnly: false,
    programs: [0, 4, 16, 17, 28, 33, 38, 39, 61, 62, 80, 81, 89, 90],
    compose: stabs,
  },
];
