import type { Track } from "./track";

/** What every track is brought to: most finished music has to be turned down for it, so little has to be raised. */
export const REFERENCE_LUFS = -18;
/** Longer ones are raised only as far as the media element can. */
export const RAISED_BY_WEB_AUDIO_SECONDS = 30;
/** The highest true peak after raising. */
const CEILING_DBTP = -1;

export const amplitudeOf = (decibels: number): number => 10 ** (decibels / 20);
export const decibelsOf = (amplitude: number): number => 20 * Math.log10(amplitude);

/** The change that brings a track to the reference, in dB. Null where its loudness is not known. */
export function matchDb({ lufs, truePeakDbtp }: Pick<Track, "lufs" | "truePeakDbtp">): number | null {
  if (lufs === null || lufs === undefined) return null;
  const wanted = REFERENCE_LUFS - lufs;
  if (wanted <= 0 || truePeakDbtp === null || truePeakDbtp === undefined) return wanted;
  return Math.min(wanted, Math.max(0, CEILING_DBTP - truePeakDbtp));
}

/** The most that a sound with this highest sample can be raised by. Between samples it may be a little higher. */
export const ceilingOf = (samplePeak: number): number => Math.max(1, amplitudeOf(CEILING_DBTP - 1) / samplePeak);
