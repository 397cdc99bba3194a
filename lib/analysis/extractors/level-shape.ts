import { LevelEnvelope } from "@/lib/dsp/level/level-envelope";
import { evidenceStep } from "./step";

/** How the level runs from beginning to end. */
export const levelShapeStep = evidenceStep("levelShape", {
  listen: ({ sampleRateHz }) => {
    const envelope = new LevelEnvelope(sampleRateHz);
    return {
      onSignal: (_channels: Float32Array[], mono: Float32Array, length: number) => envelope.add(mono, length),
      finish: () => envelope.finish(),
    };
  },
  compute: ({ heard }) => heard.finish(),
});
