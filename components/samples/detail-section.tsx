import type { ReactNode } from "react";
import { MfccChart } from "@/components/charts/mfcc-chart";
import { ConfidenceMeter } from "@/components/ui/meter";
import type { AnalysisRecord } from "@/lib/analysis/schema";
import { characterRows, loudnessRows, spectralRows } from "./measured-rows";
import { MeasuredTable } from "./measured-table";
import { AbsentCard } from "./value-card";

/** Everything else that was measured: levels, spectrum, timbre. */
export function DetailSection({ record }: { record: AnalysisRecord }) {
  const { loudness, spectral, perceptual, notApplicable } = record;
  const reason = notApplicable.spectral?.reason ?? "There is no sound to measure.";
  return (
    <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      <Pane title="Levels" confidence={loudness.confidence}>
        <MeasuredTable rows={loudnessRows(loudness)} caption="Levels of the whole file" />
      </Pane>
      {spectral ? (
        <Pane title="Spectrum" confidence={spectral.confidence}>
          <MeasuredTable rows={spectralRows(spectral)} caption="Spectral values, means over the sound" />
        </Pane>
      ) : (
        <AbsentCard title="Spectrum" reason={reason} />
      )}
      <div className="flex flex-col gap-4">
        {spectral && spectral.mfcc.length > 1 ? (
          <Pane title="Timbre" confidence={spectral.confidence}>
            <p className="mb-5 text-muted-foreground text-sm">
              Mel-frequency cepstral coefficients: the shape of the spectrum in a few numbers. Sounds with similar bars
              sound alike.
            </p>
            <MfccChart coefficients={spectral.mfcc} />
          </Pane>
        ) : null}
        {perceptual ? (
          <Pane title="Character" confidence={perceptual.confidence}>
            <MeasuredTable rows={characterRows(perceptual)} caption="How it comes across" />
          </Pane>
        ) : null}
      </div>
    </div>
  );
}

function Pane({ title, confidence, children }: { title: string; confidence: number; children: ReactNode }) {
  return (
    <section aria-label={title} className="glass min-w-0 rounded-lg p-5">
      <div className="mb-2 flex items-center justify-between gap-3">
        <h2 className="font-display font-medium text-lg tracking-tight">{title}</h2>
        <ConfidenceMeter value={confidence} />
      </div>
      {children}
    </section>
  );
}
