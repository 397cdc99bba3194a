import { correlationAt, pulseMagnitude, type RhythmProfile } from "./rhythm-profile";

const BANDS = [0, 1, 2, 3];
/** Lags in beats at which repetition says something about where the beat is. */
const LAG_BEATS = [1 / 4, 1 / 3, 1 / 2, 2 / 3, 1, 3 / 2, 2, 3, 4, 8];
/** Pulses a beat. */
const PULSES = [1 / 4, 1 / 3, 1 / 2, 1, 2, 3, 4];

/** What speaks for `bpm` being the beat, as numbers around 0 … 1. */
/**
 * What the tempo network sees of one candidate: self-similarity at fractions and multiples of its beat, pulse strength,
 * its distance from 115 BPM in octaves alone and against band balance and onset density, and whether whole beats or
 * bars fill a short file.
 */
export function tempoFeatures(profile: RhythmProfile, bpm: number): Float64Array {
  const lag = (60 * profile.framesPerSecond) / bpm;
  const hz = bpm / 60;
  const octaves = Math.log2(bpm / 115);
  const onsetsPerBeat = Math.log2(Math.max(0.1, profile.onsetsPerSecond / hz));
  const beats = profile.durationSeconds / (60 / bpm);
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
  ]);
}

/** 1 if a file of `beats` beats ends exactly on a multiple of `unit`, falling to 0 a fifth of a beat off; long files 0. */
export function wholeness(beats: number, unit: number): number {
  if (beats > 70) return 0;
  const nearest = Math.round(beats / unit) * unit;
  if (nearest === 0) return 0;
  const tolerance = Math.max(0.06, 0.006 * beats);
  return Math.exp(-0.5 * ((beats - nearest) / tolerance) ** 2);
}
