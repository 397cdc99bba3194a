import { describe, expect, it } from "vitest";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { Loudness } from "@/lib/analysis/record/values/loudness";
import { loudnessRows, signalRows } from "./measured-rows";
import { factsOf } from "./sample-facts";

const record = {
  container: "mp4",
  codec: "aac",
  durationSeconds: 12.4,
  sampleRateHz: 44_100,
  channels: 2,
} as AnalysisRecord;
const said = (facts: { name: string; value: string }[]) => facts.map(({ name, value }) => `${name}: ${value}`);

describe("facts about the file", () => {
  it("include container and codec if they differ, and channels in words", () => {
    expect(said(factsOf({ record, sizeBytes: 2048 }))).toEqual([
      "Length: 0:12",
      "Format: M4A · aac",
      "Rate: 44.1 kHz",
      "Channels: Stereo",
      "Size: 2.0 KB",
    ]);
    expect(
      said(factsOf({ record: { ...record, container: "flac", codec: "flac", channels: 3 }, sizeBytes: 1 })),
    ).toEqual(expect.arrayContaining(["Format: FLAC", "Channels: 3"]));
  });

  it("are only the size before it is analysed", () => {
    expect(said(factsOf({ record: null, sizeBytes: 1024 }))).toEqual(["Size: 1.0 KB"]);
  });
});

describe("levels", () => {
  it("are left out if an older analysis did not measure them", () => {
    const older = { rangeLu: 4, truePeakDbtp: -1 } as Loudness;
    expect(loudnessRows(older).map(({ name }) => name)).toEqual(["Range", "True peak"]);
  });

  it("are a dash if silence leaves nothing to measure", () => {
    const silent = {
      integratedLufs: null,
      rangeLu: null,
      shortTermMaxLufs: null,
      momentaryMaxLufs: null,
      truePeakDbtp: null,
      samplePeakDbfs: null,
      rmsDbfs: null,
      crestDb: null,
      clippingRuns: 0,
      dcOffset: 0,
      headSilenceSeconds: 0,
      tailSilenceSeconds: 0,
      confidence: 1,
    };
    expect(signalRows(silent).find(({ name }) => name === "RMS")?.value).toBe("–");
    expect(loudnessRows({ ...silent, truePeakDbtp: -0.34 }).find(({ name }) => name === "True peak")?.value).toBe(
      "−0.3 dBTP",
    );
  });

  it("give a reason once if several are absent for the same reason", () => {
    const brief = { integratedLufs: null, rangeLu: null, truePeakDbtp: -1 } as Loudness;
    const [absent, peak] = loudnessRows(brief);
    expect(absent).toMatchObject({
      name: "Integrated, range",
      reason: "The file is too short or too quiet to measure this.",
    });
    expect(peak).toMatchObject({ name: "True peak", value: "−1.0 dBTP" });
  });
});
