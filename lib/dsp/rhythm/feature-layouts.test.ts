import { describe, expect, it } from "vitest";
import type { CandidateNetwork } from "@/lib/dsp/learned/candidate-network";
import { BAR_LAYOUT } from "./bar-phase";
import { PHASE_LAYOUT } from "./beat-phase";
import { COMPOUND_LAYOUT } from "./beat-subdivision";
import { BAR_NETWORKS, COMPOUND_NETWORKS, PHASE_NETWORKS } from "./beat-weights";
import { TEMPO_LAYOUT } from "./tempo-features";
import { TEMPO_NETWORKS } from "./tempo-weights";

const LEARNED = [
  ["tempo", TEMPO_LAYOUT, TEMPO_NETWORKS],
  ["phase", PHASE_LAYOUT, PHASE_NETWORKS],
  ["bars", BAR_LAYOUT, BAR_NETWORKS],
  ["compound", COMPOUND_LAYOUT, COMPOUND_NETWORKS],
] as const;

const linear = (networks: readonly CandidateNetwork[], names: readonly string[], name: string) =>
  networks.reduce((sum, network) => sum + (network.linear[names.indexOf(name)] as number), 0) / networks.length;

describe.each(LEARNED)("the layout of the %s networks", (_, layout, networks) => {
  it("names each of their inputs differently", () => {
    expect(new Set(layout.names).size).toBe(layout.size);
  });

  it("has one weight for each name", () => {
    for (const { mean, deviation, hidden, linear } of networks) {
      for (const list of [mean, deviation, linear, ...hidden.map(({ weights }) => weights)]) {
        expect(list).toHaveLength(layout.size);
      }
    }
  });
});

describe("weights by name", () => {
  it("say what a musician would: a beat follows the tracked one, a bar begins with the kick", () => {
    expect(linear(PHASE_NETWORKS, PHASE_LAYOUT.names, "asTracked")).toBeGreaterThan(0);
    const kickOn = (beat: number) => linear(BAR_NETWORKS, BAR_LAYOUT.names, `beatsOfFour.low ${beat}`);
    expect(kickOn(0)).toBeGreaterThan(kickOn(1));
  });
});
