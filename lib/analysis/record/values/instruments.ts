import type { z } from "zod";
import { describeValue, labelsOf } from "./describe-value";

/** What a sound may be made with, or be. */
export const INSTRUMENTS = [
  "kick",
  "snare",
  "rim",
  "clap",
  "hi-hat",
  "cymbal",
  "tom",
  "cowbell",
  "percussion",
  "bass",
  "guitar",
  "piano",
  "organ",
  "strings",
  "brass",
  "woodwind",
  "voice",
  "speech",
  "synth",
  "bell",
  "mallet",
  "fx",
  "ambience",
] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

/** Those that have no pitch of their own, or none that makes a key. */
export const DRUMS: ReadonlySet<Instrument> = new Set<Instrument>([
  "kick",
  "snare",
  "rim",
  "clap",
  "hi-hat",
  "cymbal",
  "tom",
  "cowbell",
  "percussion",
]);

export const instrumentsValue = describeValue("instruments", labelsOf(INSTRUMENTS));
export type Instruments = z.infer<typeof instrumentsValue.schema>;
