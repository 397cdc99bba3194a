import { tuningValue } from "@/lib/analysis/record/values/tuning";
import { msg } from "@/lib/language/text";
import { absent, measured, silent } from "./measured";
import { valueStep } from "./step";

/** Pitches that cluster less than this around one deviation have no common tuning. */
const CONFIDENCE_MIN = 0.15;

export const tuningStep = valueStep(tuningValue, {
  needs: ["tonality"],
  compute({ tonality: { estimate, tuning } }) {
    if (!tuning) return silent();
    const unpitched = !estimate.found && estimate.reason === "atonal";
    if (unpitched || tuning.confidence < CONFIDENCE_MIN) {
      return absent("unpitched", msg("No pitches stand out that could be in or out of tune."));
    }
    return measured(tuning);
  },
});
