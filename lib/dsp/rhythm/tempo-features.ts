import { correlationAt, kickToSnareAt, pulseMagnitude, type RhythmProfile } from "./rhythm-profile";
import { intervalFeatures, type OnsetTimes, onsetTimes } from "./tempo-intervals";

const BANDS = [0, 1, 2, 3];
/** Lags in beats at which repetition says something about where the beat is. */
const LAG_BEATS = [1 / 4, 1 / 3, 1 / 2, 2 / 3, 1, 3 / 2, 2, 3, 4, 8];
/** Pulses a beat. */
const PULSES = [1 / 4, 1 / 3, 1 / 2, 1, 2, 3, 4];

/** Beats from a kick to a snare that tell a beat from its half. */
const SNARE_BEATS = [0, 1 / 4, 1 / 2, 1, 3 / 2, 2];
/** Beats a loop is usually long. */
const LOOP_BEATS = [2, 4, 8, 16];
/** Files shorter than this may be one loop. */
const LOOP_SECONDS = 24;
/** Length, in octaves of seconds, from which on a file is not short, and the range over which it becomes so. */
const SHORT_OCTAVES = 4;
const SHORT_RANGE_OCTAVES = 3;

/**
 * What the tempo network sees of one candidate: self-similarity at fractions and multiples of its beat, pulse strength,
 * how snares follow kicks, its distance from 115 BPM in octaves alone and against band balance and onset density,
 * whether whole beats or bars fill a short file, and how many, and the intervals between onsets.
 */
export function tempoFeatures(
  profile: RhythmProfile,
  bpm: number,
  times: OnsetTimes = onsetTimes(profile),
): Float64Array {
  const lag = (60 * profile.framesPerSecond) / bpm;
  const hz = bpm / 60;
  const octaves = Math.log2(bpm / 115);
  const onsetsPerBeat = Math.log2(Math.max(0.1, profile.onsetsPerSecond / hz));
  const beats = profile.durationSeconds / (60 / bpm);
  const bandRates = profile.bandOnsetsPerSecond.map((rate) => Math.log2(Math.max(0.1, rate / hz)));
  return Float64Array.from([
    ...BANDS.flatMap((band) => LAG_BEATS.map((count) => correlationAt(profile, band, lag * count))),
    ...BANDS.flatMap((band) => PULSES.map((count) => pulseMagnitude(profile, band, hz * count))),
    octaves,
    octaves * octaves,
    onsetsPerBeat,
    onsetsPerBeat * onsetsPerBeat,
    octaves * profile.bandShares[0],
    octaves * profile.bandShares[2],
    octaves * Math.log2(Math.max(0.5, profile.onsetsPerSecond)),
    octaves * (profile.correlations[3][Math.round(lag)] ?? 0),
    wholeness(beats, 1),
    wholeness(beats, 4),
    ...lengthFeatures(profile.durationSeconds, beats, octaves),
    ...SNARE_BEATS.map((count) => kickToSnareAt(profile, lag * count)),
    ...bandRates,
    ...bandRates.map((rate) => rate * rate),
    ...intervalFeatures(profile, times, lag),
    ...rangeFeatures(profile, octaves),
  ]);
}

/** 1 for the shortest files, falling to 0 at the length from which on a file is not short. */
const shortness = (durationSeconds: number) =>
  Math.max(0, Math.min(1, (SHORT_OCTAVES - Math.log2(durationSeconds)) / SHORT_RANGE_OCTAVES));

/** Where the usual tempi lie for music as long, as dense and as sharply attacked as this. */
function rangeFeatures(profile: RhythmProfile, octaves: number): number[] {
  const long = 1 - shortness(profile.durationSeconds);
  const density = Math.log2(Math.max(0.5, profile.onsetsPerSecond));
  return [
    long * octaves,
    long * octaves * octaves,
    octaves ** 3,
    octaves * octaves * density,
    octaves * profile.bandShares[1],
    octaves * density * density,
    octaves * Math.log2(Math.max(1, profile.contrast)),
  ];
}

/** How a file's length speaks for so many beats: the shorter it is, the fewer lengths are likely. */
function lengthFeatures(durationSeconds: number, beats: number, octaves: number): number[] {
  const short = shortness(durationSeconds);
  const bars = Math.log2(Math.max(1, beats) / 4);
  const near = (count: number) => (durationSeconds < LOOP_SECONDS ? Math.max(0, 1 - Math.abs(beats - count) / 0.3) : 0);
  return [
    short,
    short * octaves,
    short * octaves * octaves,
    short * bars,
    short * bars * bars,
    wholeness(beats, 8),
    wholeness(beats, 16),
    short * wholeness(beats, 4),
    short * (wholeness(beats, 1) - wholeness(beats, 2)),
    ...LOOP_BEATS.map(near),
  ];
}

/** 1 if a file of `beats` beats ends exactly on a multiple of `unit`, falling to 0 a fifth of a beat off; long files 0. */
export function wholeness(beats: number, unit: number): number {
  if (beats > 70) return 0;
  const nearest = Math.round(beats / unit) * unit;
  if (nearest === 0) return 0;
  const tolerance = Math.max(0.06, 0.006 * beats);
  return Math.exp(-0.5 * ((beats - nearest) / tolerance) ** 2);
}
