import { meterValue } from "@/lib/analysis/record/values/meter";
import { partOf } from "./beat-grid";
import { valueStep } from "./step";

export const meterStep = valueStep(meterValue, {
  needs: ["beatGrid"],
  compute: ({ beatGrid }) => partOf(beatGrid, ({ meter }) => meter),
});
