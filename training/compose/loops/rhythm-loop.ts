import { SeededRandom } from "@/bench/statistics/seeded-random";
import { CHORD_CHANNEL, type TimedNote, type TrainingPiece } from "@/training/compose/composition";
import { FIGURES, type Hit } from "./loop-figures";

/** Seconds of a loop without delay and tail; a share of loops may be longer. */
const SHORTEST = 1.2;
const LONGEST = 6.4;
const LONG_LOOPS = 0.25;
const LONGEST_OF_LONG = 16;
const SLOWEST_BPM = 62;
const FASTEST_BPM = 182;
/** Lengths in beats; those listed more often are drawn more often. */
const LENGTHS = [4, 4, 4, 8, 8, 8, 8, 16, 16, 32, 2, 12];
const LENGTHS_IN_THREE = [3, 6, 6, 12, 24];

/** A loop of one of the `FIGURES` by its seed, swung or straight, some with echoes, a tail or an encoder's delay. */
export function composeRhythmLoop(seed: number): TrainingPiece {
  const random = new SeededRandom(seed * 2654435761 + 3);
  const figure = random.pick(FIGURES);
  const [median, octaves] = random.pick(figure.tempi);
  const raw = Math.max(SLOWEST_BPM, Math.min(FASTEST_BPM, median * 2 ** (octaves * random.bell())));
  const bpm = random.chance(0.7) ? Math.round(raw) : Math.round(raw * 10) / 10;
  const beatsPerBar = random.chance(figure.threes) ? 3 : 4;
  const longest = random.chance(LONG_LOOPS) ? LONGEST_OF_LONG : LONGEST;
  const fitting = (beatsPerBar === 3 ? LENGTHS_IN_THREE : LENGTHS).filter((beats) => {
    const seconds = (beats * 60) / bpm;
    return seconds >= SHORTEST && seconds <= longest;
  });
  const beats = fitting.length > 0 ? random.pick(fitting) : beatsPerBar;
  const program = random.pick(figure.programs);
  const hits = figure.compose(random, beats, beatsPerBar);
  const loopSeconds = (beats * 60) / bpm;
  const delay = random.chance(0.25) ? random.between(0.01, 0.05) : 0;
  const tail = random.chance(0.2) ? random.between(0.02, 0.6) : 0;
  const echoed = random.chance(0.3) ? echoes(random, hits, beats) : hits;
  return {
    seed,
    style: figure.name,
    bpm,
    tonic: 0,
    mode: "minor",
    beatsPerBar,
    beatSeconds: Array.from({ length: beats }, (_, beat) => delay + (beat * 60) / bpm),
    durationSeconds: loopSeconds + delay + tail,
    loop: true,
    drumsOnly: figure.drumsOnly,
    programs: [{ channel: CHORD_CHANNEL, program }],
    notes: played(random, echoed, bpm, delay, figure.swing),
  };
}

/** Softer and softer repeats of every hit; in half of the loops they reach around into the beginning. */
function echoes(random: SeededRandom, hits: Hit[], beats: number): Hit[] {
  const every = random.pick([1 / 2, 3 / 4, 3 / 4, 1, 1 / 3]);
  const share = random.between(0.3, 0.65);
  const wraps = random.chance(0.5);
  const repeats = [1, 2, 3].flatMap((count) =>
    hits.map((hit) => ({ ...hit, beat: hit.beat + count * every, velocity: hit.velocity * share ** count })),
  );
  const heard = repeats.filter(({ beat, velocity }) => velocity > 10 && (wraps || beat < beats));
  return [...hits, ...heard.map((hit) => ({ ...hit, beat: hit.beat % beats }))];
}

function played(random: SeededRandom, hits: Hit[], bpm: number, delay: number, swing: [number, number]): TimedNote[] {
  const late = random.chance(0.5) ? random.between(...swing) : 0.5;
  const jitterSeconds = random.pick([0, 0, 0.002, 0.006, 0.012]);
  return hits.map(({ channel, pitch, beat, beats, velocity }) => ({
    channel,
    pitch,
    startSeconds: Math.max(0, delay + (swung(beat, late) * 60) / bpm + random.bell() * jitterSeconds),
    lengthSeconds: Math.max(0.03, (beats * 60) / bpm),
    velocity: Math.round(Math.max(12, Math.min(127, velocity + random.bell() * 4))),
  }));
}

/** Moves the second sixteenth of each eighth from its middle to `late`. */
function swung(beat: number, late: number): number {
  const eighth = Math.floor(beat * 2);
  const within = beat * 2 - eighth;
  return (eighth + (within < 0.5 ? within * 2 * late : late + (within - 0.5) * 2 * (1 - late))) / 2;
}
