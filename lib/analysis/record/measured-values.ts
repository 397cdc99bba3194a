import type { z } from "zod";
import { atonalityValue } from "./values/atonality";
import { beatsValue } from "./values/beats";
import { chordsValue } from "./values/chords";
import { descriptionValue } from "./values/description";
import { downbeatsValue } from "./values/downbeats";
import { embeddingValue } from "./values/embedding";
import { fingerprintValue } from "./values/fingerprint";
import { genresValue } from "./values/genres";
import { instrumentsValue } from "./values/instruments";
import { keyValue } from "./values/key";
import { keyChangesValue } from "./values/key-changes";
import { kindValue } from "./values/kind";
import { loudnessValue } from "./values/loudness";
import { meterValue } from "./values/meter";
import { moodsValue } from "./values/moods";
import { perceptualValue } from "./values/perceptual";
import { pitchValue } from "./values/pitch";
import { rhythmValue } from "./values/rhythm";
import { sectionsValue } from "./values/sections";
import { spectralValue } from "./values/spectral";
import { stereoValue } from "./values/stereo";
import { tempoValue } from "./values/tempo";
import { timbreValue } from "./values/timbre";
import { tuningValue } from "./values/tuning";

/** Every value the engine measures, in the order of the record. Names, schema and command line follow from this list. */
export const MEASURED_VALUES = [
  tempoValue,
  meterValue,
  beatsValue,
  downbeatsValue,
  keyValue,
  keyChangesValue,
  chordsValue,
  tuningValue,
  atonalityValue,
  loudnessValue,
  spectralValue,
  timbreValue,
  rhythmValue,
  stereoValue,
  perceptualValue,
  kindValue,
  pitchValue,
  sectionsValue,
  instrumentsValue,
  genresValue,
  moodsValue,
  embeddingValue,
  fingerprintValue,
  descriptionValue,
] as const;

type MeasuredValue = (typeof MEASURED_VALUES)[number];
export type ValueName = MeasuredValue["name"];
/** The type of a value that was found. */
export type ValueOf<Name extends ValueName> = z.infer<Extract<MeasuredValue, { name: Name }>["schema"]>;

export const VALUE_NAMES: readonly ValueName[] = MEASURED_VALUES.map(({ name }) => name);

/** The record's fields for measured values. */
export const measuredShape = Object.fromEntries(MEASURED_VALUES.map(({ name, inRecord }) => [name, inRecord])) as {
  [Value in MeasuredValue as Value["name"]]: Value["inRecord"];
};
