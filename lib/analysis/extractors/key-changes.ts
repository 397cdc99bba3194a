import { whyNoHarmony } from "@/lib/analysis/record/key-or-note";
import { keyChangesValue } from "@/lib/analysis/record/values/key-changes";
import { keySpans } from "@/lib/dsp/harmony/key-changes";
import { DRUMS_ALONE, isDrumsAlone, KEY_REASONS, named } from "./key";
import { absent, measured } from "./measured";
import { valueStep } from "./step";

/** Keys are decided over windows of twice this length. */
const KEY_BLOCK_SECONDS = 8;

export const keyChangesStep = valueStep(keyChangesValue, {
  needs: ["tonality", "kind", "pitch", "instruments", "chordSpans"],
  compute({ tonality, kind, pitch, instruments, chordSpans, durationSeconds }) {
    const { estimate, rows, rowSeconds, startSecondsOf } = tonality;
    if (!estimate.found) return absent(estimate.reason, KEY_REASONS[estimate.reason]);
    const none = whyNoHarmony({ durationSeconds, kind, pitch });
    if (none) return absent(none.code, none.reason);
    if (isDrumsAlone(instruments, chordSpans)) return absent("drums", DRUMS_ALONE);
    const [home] = estimate.readings;
    if (!home) return absent("atonal", KEY_REASONS.atonal);
    const spans = keySpans(rows, home, Math.round(KEY_BLOCK_SECONDS / rowSeconds));
    return measured(spans.map((span) => ({ startSeconds: startSecondsOf(span.from), ...named(span) })));
  },
});
