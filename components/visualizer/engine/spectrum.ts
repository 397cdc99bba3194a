import { hzToMel, melToHz } from "@/lib/dsp/spectrum/mel";
import type { MelMap } from "./piece";
import { SPECTRUM_BANDS } from "./scene";

export const LOW_HZ = 30;
export const HIGH_HZ = 16_000;
/** What an analyser hears as silence and as the loudest, in dB. */
const SILENCE_DB = -92;
const LOUDEST_DB = -22;
/** The stored picture has this range below its loudest cell. */
const PICTURE_DB = 75;
/** Pitches that stand apart in a mel spectrum and still belong to tones rather than overtones: E4 to C8, as MIDI notes. */
const LOWEST_NOTE = 64;
const HIGHEST_NOTE = 96;
const LOWEST_HEARD_NOTE = 48;
const QUARTER_TONE = 2 ** (1 / 24);

const LOW_MEL = hzToMel(LOW_HZ);
const MELS = hzToMel(HIGH_HZ) - LOW_MEL;

const noteHz = (note: number) => 440 * 2 ** ((note - 69) / 12);

/** Where a frequency is among so many bands from `LOW_HZ` to `HIGH_HZ`: 0 is the middle of the first. */
export function bandOf(hertz: number, bands: number): number {
  return ((hzToMel(hertz) - LOW_MEL) / MELS) * (bands + 1) - 1;
}

/** The middle of a band, in Hz. */
export const hertzOf = (band: number, bands: number): number => melToHz(LOW_MEL + (MELS * (band + 1)) / (bands + 1));

const clamp = (value: number) => Math.max(0, Math.min(1, value));

/** A moment of the stored spectrogram, between its columns, as `into.length` bands of 0 … 1. */
export function storedSpectrum(
  { columns, bands, secondsPerColumn, values }: MelMap,
  seconds: number,
  into: Float32Array,
) {
  const place = seconds / secondsPerColumn - 0.5;
  if (columns === 0 || seconds < 0 || place > columns) {
    into.fill(0);
    return;
  }
  const left = Math.max(0, Math.min(columns - 1, Math.floor(place)));
  const right = Math.min(columns - 1, left + 1);
  const share = clamp(place - left);
  for (let band = 0; band < into.length; band += 1) {
    const row = Math.max(0, Math.min(bands - 1, ((band + 0.5) * bands) / into.length - 0.5));
    const low = Math.floor(row);
    const high = Math.min(bands - 1, low + 1);
    const mixed = (column: number) =>
      (values[column * bands + low] as number) * (1 - row + low) +
      (values[column * bands + high] as number) * (row - low);
    into[band] = (mixed(left) * (1 - share) + mixed(right) * share) / 255;
  }
}

/** The pitch classes of a spectrum of 0 … 1 bands: what stands out from its neighbours, the strongest at 1. */
export function storedChroma(spectrum: Float32Array, into: Float32Array): void {
  into.fill(0);
  const bands = spectrum.length;
  const at = (place: number) => {
    const low = Math.max(0, Math.min(bands - 1, Math.floor(place)));
    const high = Math.min(bands - 1, low + 1);
    const share = clamp(place - low);
    return (spectrum[low] as number) * (1 - share) + (spectrum[high] as number) * share;
  };
  for (let note = LOWEST_NOTE; note < HIGHEST_NOTE; note += 1) {
    const place = bandOf(noteHz(note), bands);
    const beside = (at(place - 2.5) + at(place + 2.5)) / 2;
    addPitch(into, note, (at(place) - beside * 0.85) * PICTURE_DB);
  }
  normalise(into);
}

function addPitch(into: Float32Array, note: number, db: number): void {
  if (db > 0) into[note % 12] = (into[note % 12] as number) + 10 ** (Math.min(db, 60) / 20) - 1;
}

function normalise(values: Float32Array): void {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  for (let at = 0; at < values.length; at += 1) values[at] = most > 0.05 ? (values[at] as number) / most : 0;
}

/** What an `AnalyserNode` has written with `getFloatFrequencyData`. */
export interface HeardSpectrum {
  decibels: Float32Array;
  sampleRateHz: number;
}

const hertzPerBin = ({ decibels, sampleRateHz }: HeardSpectrum) => sampleRateHz / 2 / decibels.length;

/** Loudest bin between two frequencies, or what lies between two bins if there is none. */
function loudest(heard: HeardSpectrum, lowHz: number, highHz: number): number {
  const { decibels } = heard;
  const perBin = hertzPerBin(heard);
  const [from, to] = [lowHz / perBin, highHz / perBin];
  if (from >= decibels.length - 1) return Number.NEGATIVE_INFINITY;
  if (Math.floor(to) < Math.ceil(from)) {
    const low = Math.floor(from);
    const share = (from + to) / 2 - low;
    return (decibels[low] as number) * (1 - share) + (decibels[low + 1] as number) * share;
  }
  let most = Number.NEGATIVE_INFINITY;
  for (let bin = Math.ceil(from); bin <= to && bin < decibels.length; bin += 1)
    most = Math.max(most, decibels[bin] as number);
  return most;
}

/** What is heard now, in mel bands of 0 … 1. */
export function heardSpectrum(heard: HeardSpectrum, into: Float32Array): void {
  for (let band = 0; band < into.length; band += 1) {
    const db = loudest(heard, hertzOf(band - 0.5, into.length), hertzOf(band + 0.5, into.length));
    into[band] = Number.isFinite(db) ? clamp((db - SILENCE_DB) / (LOUDEST_DB - SILENCE_DB)) : 0;
  }
}

/** Its pitch classes: how far each note stands out from what lies a whole tone away, the strongest at 1. */
export function heardChroma(heard: HeardSpectrum, into: Float32Array): void {
  into.fill(0);
  const level = (hertz: number) => loudest(heard, hertz / QUARTER_TONE, hertz * QUARTER_TONE);
  for (let note = LOWEST_HEARD_NOTE; note < HIGHEST_NOTE; note += 1) {
    const db = level(noteHz(note));
    if (!(db > SILENCE_DB)) continue;
    const beside = (level(noteHz(note - 2)) + level(noteHz(note + 2))) / 2;
    addPitch(into, note, Math.min(db - SILENCE_DB, db - beside));
  }
  normalise(into);
}

export const newSpectrum = () => new Float32Array(SPECTRUM_BANDS);
