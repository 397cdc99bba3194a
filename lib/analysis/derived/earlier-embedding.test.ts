import { expect, it } from "vitest";
import { createEngine } from "@/lib/analysis/engine/engine";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { clicks, cosine, sine } from "@/lib/dsp/testing/test-signals";
import { unit } from "./embedding";
import { underPresentRules } from "./present-rules";

const RATE = 44100;

/** A record as an earlier analyser stored it: 32 values of a pattern, in which single sounds had no place of their own. */
function earlier(signal: Float32Array, analyserVersion: string): { now: AnalysisRecord; before: AnalysisRecord } {
  const engine = createEngine({ sampleRateHz: RATE, channels: 1, pictures: false });
  engine.push([signal]);
  const { features } = engine.finish();
  const now = {
    analyserVersion: "1.7.0",
    durationSeconds: signal.length / RATE,
    sampleRateHz: RATE,
    channels: 1,
    container: "wav",
    codec: "pcm",
    ...features,
  } as AnalysisRecord;
  const { embedding } = now;
  if (!embedding) throw new Error("no embedding");
  // A lag more in each of the three bands, and no course behind the pattern.
  const pattern = embedding.rhythm.slice(0, 29);
  const rhythm = [0, 9, 18].flatMap((at) => [...pattern.slice(at, at + 4), 0.1, ...pattern.slice(at + 4, at + 9)]);
  const before = { ...embedding, rhythm: unit([...rhythm, ...pattern.slice(27)]) };
  return { now, before: { ...now, analyserVersion, embedding: before } };
}

it("a stored embedding of an earlier analyser becomes the one that is made now, a single sound's and a loop's", () => {
  const decaying = sine(200, RATE, 0.8, 0.5).map((x, n) => x * Math.exp(-n / 4000));
  for (const signal of [decaying, clicks(120, RATE, 8)]) {
    const { now, before } = earlier(signal, "1.6.0");
    const present = underPresentRules(before).embedding;
    expect(cosine(present?.rhythm ?? [], before.embedding?.rhythm ?? [])).toBeLessThan(0.99);
    expect(cosine(present?.rhythm ?? [], now.embedding?.rhythm ?? [])).toBeGreaterThan(0.999);
    expect(underPresentRules(now).embedding).toBe(now.embedding);
  }
});
