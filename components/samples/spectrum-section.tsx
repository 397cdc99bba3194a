import { MfccChart } from "@/components/charts/mfcc-chart";
import { ConfidenceMeter } from "@/components/ui/meter";
import type { AnalysisRecord } from "@/lib/analysis/schema";
import { MeasuredTable } from "./measured-table";
import { spectralRows } from "./spectral-rows";
import { AbsentCard } from "./value-card";

/** What the sound is made of. */
export function SpectrumSection({ record }: { record: AnalysisRecord }) {
  const { spectral, notApplicable } = record;
  if (!spectral) {
    return <AbsentCard title="Spectrum" reason={notApplicable.spectral?.reason ?? "There is no sound to measure."} />;
  }
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <section aria-label="Spectrum" className="glass rounded-lg p-5">
        <div className="mb-2 flex items-center justify-between gap-3">
          <h2 className="font-display font-medium text-lg tracking-tight">Spectrum</h2>
          <ConfidenceMeter value={spectral.confidence} />
        </div>
        <MeasuredTable rows={spectralRows(spectral)} caption="Spectral values, means over the sound" />
      </section>
      {spectral.mfcc.length > 1 ? (
        <section aria-label="Timbre" className="glass rounded-lg p-5">
          <h2 className="font-display font-medium text-lg tracking-tight">Timbre</h2>
          <p className="mb-4 text-muted-foreground text-sm">
            Mel-frequency cepstral coefficients: the shape of the spectrum in a few numbers. Sounds with similar bars
            sound alike.
          </p>
          <MfccChart coefficients={spectral.mfcc} />
        </section>
      ) : null}
    </div>
  );
}
