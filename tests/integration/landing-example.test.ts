import { describe, expect, it } from "vitest";
import { LOOP_BPM, LOOP_KEY } from "@/components/landing/demo-loop";
import { wavOfLoop } from "@/components/landing/loop-file";
import { demoSounds } from "@/db/seed/demo-sounds";
import { probeAudio } from "@/lib/analysis/decode/containers/container";
import { decodeAudio } from "@/lib/analysis/decode/decode";
import { createEngine } from "@/lib/analysis/engine/engine";
import { ANALYSER_VERSION } from "@/lib/analysis/record/constants";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { SAMPLE_FLAGS } from "@/lib/samples/switched-off";
import { EXAMPLE_FILE } from "@/lib/tryouts/constants";
import { shownSound } from "@/lib/tryouts/shown-sound";

/** What the route answers about a file, without its worker. */
async function measured(bytes: Uint8Array) {
  const source = { sizeBytes: bytes.length, read: (at: number, length: number) => bytes.subarray(at, at + length) };
  const audio = await decodeAudio(source, probeAudio(source));
  const { sampleRateHz, channels, container, codec } = audio.probe;
  const engine = createEngine({ sampleRateHz, channels, pictures: true });
  for await (const block of audio.blocks) engine.push(block);
  const { features, pictures } = engine.finish();
  const durationSeconds = audio.report.decodedSamples / sampleRateHz;
  const facts = { analyserVersion: ANALYSER_VERSION, durationSeconds, sampleRateHz, channels, container, codec };
  const record: AnalysisRecord = { ...facts, partial: [], ...features };
  return shownSound({ record, pictures }, new Set(SAMPLE_FLAGS));
}

describe("the example on the landing page", () => {
  // `npx vitest run --project integration tests/integration/landing-example.test.ts -u` writes it anew.
  it("is what the engine of now measures in one of the demo sounds", async () => {
    const sound = demoSounds.find(({ fileName }) => fileName === EXAMPLE_FILE);
    const bytes = sound?.render() ?? new Uint8Array(0);
    const example = { sizeBytes: bytes.length, ...(await measured(bytes)) };
    await expect(`${JSON.stringify(example, null, 1)}\n`).toMatchFileSnapshot(
      "../../components/landing/example-record.json",
    );
  });
});

describe("the two bars that a visitor without a file can send", () => {
  it("are in the tempo and key that they were composed in", async () => {
    const { record } = await measured(wavOfLoop());
    expect(record.tempo?.bpm).toBeCloseTo(LOOP_BPM, 0);
    expect(record.key).toMatchObject(LOOP_KEY);
  });
});
