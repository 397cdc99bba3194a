import { downbeatsValue } from "@/lib/analysis/record/values/downbeats";
import { partOf } from "./beat-grid";
import { valueStep } from "./step";

export const downbeatsStep = valueStep(downbeatsValue, {
  needs: ["beatGrid"],
  compute: ({ beatGrid }) => partOf(beatGrid, ({ downbeats }) => downbeats),
});
