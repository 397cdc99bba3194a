import { beatsValue } from "@/lib/analysis/record/values/beats";
import { partOf } from "./beat-grid";
import { valueStep } from "./step";

export const beatsStep = valueStep(beatsValue, {
  needs: ["beatGrid"],
  compute: ({ beatGrid }) => partOf(beatGrid, ({ beats }) => beats),
});
