import { atonalityValue } from "@/lib/analysis/record/values/atonality";
import { measured, silent } from "./measured";
import { valueStep } from "./step";

export const atonalityStep = valueStep(atonalityValue, {
  needs: ["tonality"],
  compute: ({ tonality: { estimate } }) => (estimate.atonality === null ? silent() : measured(estimate.atonality)),
});
