import { type BeatGridFacts, rhythmValue } from "@/lib/analysis/record/values/rhythm";
import { msg } from "@/lib/language/text";
import { measured, silent } from "./measured";
import { valueStep } from "./step";

const NO_GRID: BeatGridFacts = {
  stability: null,
  swingRatio: null,
  loopBars: null,
  startsOnGrid: null,
  endsOnGrid: null,
};

export const rhythmStep = valueStep(rhythmValue, {
  needs: ["movement", "beatGrid"],
  compute({ movement: { isHeard, events, beatStrength }, beatGrid }) {
    if (!isHeard) return silent(msg("The file is silent, so it has no rhythm."));
    const grid = beatGrid.value?.facts ?? NO_GRID;
    return measured({ onsetsPerSecond: events.perSecond, beatStrength, ...grid, confidence: 1 });
  },
});
