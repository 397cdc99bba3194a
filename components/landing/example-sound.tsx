import { useText } from "#text";
import { timelineContent } from "@/components/samples/timeline-lanes";
import { recordIn } from "@/lib/analysis/derived/described-in";
import { EXAMPLE_FILE } from "@/lib/tryouts/constants";
import { EXAMPLE } from "./example";
import { SoundValues } from "./sound-values";
import { StillWaveform } from "./still-waveform";

/** What one would see, without having sent anything: rendered on the server, so it needs no script. */
export function ExampleSound() {
  const t = useText();
  const { record, peaks, sizeBytes } = EXAMPLE;
  return (
    <section aria-labelledby="example" className="flex flex-col gap-4">
      <div>
        <p className="eyebrow">{t("An example")}</p>
        <h2 id="example" className="mt-1 font-display font-medium text-2xl tracking-tight">
          {EXAMPLE_FILE}
        </h2>
        <p className="mt-1 max-w-prose text-muted-foreground text-sm">
          {t(
            "This is what you get. A sound of our own, made from formulas, as it was measured: nothing here is written by hand.",
          )}
        </p>
      </div>
      <div className="glass overflow-hidden rounded-lg px-4 py-3">
        <StillWaveform peaks={peaks} durationSeconds={record.durationSeconds} grid={timelineContent(record).grid} />
      </div>
      <SoundValues record={recordIn(record, t)} sizeBytes={sizeBytes} />
    </section>
  );
}
