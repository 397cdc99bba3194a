import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EMBEDDING_SCALE } from "@/lib/analysis/derived/embedding-scale";
import { GENRE_MODEL, GENRE_TEMPERATURE } from "@/lib/analysis/derived/genre-weights";
import { KIND_CALIBRATION } from "@/lib/analysis/derived/kind-calibration";
import { KEY_CALIBRATION } from "@/lib/dsp/harmony/key-calibration";
import { KEY_NETWORKS } from "@/lib/dsp/harmony/key-weights";
import { PASSAGE_KEY_WEIGHTS } from "@/lib/dsp/harmony/passage-key-weights";
import { BAR_NETWORKS, COMPOUND_NETWORKS, METER_CALIBRATION, PHASE_NETWORKS } from "@/lib/dsp/rhythm/beat-weights";
import { PATH_CALIBRATION, PULSE_NETWORK } from "@/lib/dsp/rhythm/pulse-weights";
import { TEMPO_CALIBRATION } from "@/lib/dsp/rhythm/tempo-calibration";
import { TEMPO_NETWORKS } from "@/lib/dsp/rhythm/tempo-weights";
import { MIX, SINGLE } from "@/lib/dsp/sound/instrument-weights";
import { formatted } from "@/training/learn/weight-file";
import { beats } from "./beats";
import { embedding } from "./embedding";
import { genres } from "./genres";
import { instruments } from "./instruments";
import { key } from "./key";
import { kind } from "./kind";
import { pulse } from "./pulse";
import { tempo } from "./tempo";

/** What each model writes, given the weights that are in the repository. */
const files = [
  ...pulse.weightFiles({ network: PULSE_NETWORK, calibration: PATH_CALIBRATION }),
  ...tempo.weightFiles({ networks: TEMPO_NETWORKS, calibration: TEMPO_CALIBRATION }),
  ...beats.weightFiles({
    phase: PHASE_NETWORKS,
    bars: BAR_NETWORKS,
    compound: COMPOUND_NETWORKS,
    meter: METER_CALIBRATION,
  }),
  ...key.weightFiles({ networks: KEY_NETWORKS, passage: PASSAGE_KEY_WEIGHTS, calibration: KEY_CALIBRATION }),
  ...kind.weightFiles(KIND_CALIBRATION),
  ...instruments.weightFiles({ single: SINGLE, mix: MIX }),
  ...genres.weightFiles({ model: GENRE_MODEL, temperature: GENRE_TEMPERATURE }),
  ...embedding.weightFiles(EMBEDDING_SCALE),
];

describe("a weight file", () => {
  it.each(files)("$path is what its model would write", (file) => {
    expect(formatted(file)).toBe(readFileSync(file.path, "utf8"));
  });
});
