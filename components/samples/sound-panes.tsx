import { BarsChart } from "@/components/charts/bars-chart";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { Stereo } from "@/lib/analysis/record/values/stereo";
import type { Timbre } from "@/lib/analysis/record/values/timbre";
import { formatDecimal, formatPercent } from "@/lib/music/notation";
import { formatBrief } from "./measured-format";
import { spectralRows } from "./measured-rows";
import { MeasuredTable } from "./measured-table";
import { Pane } from "./pane";
import { ScaleList, type ScaleRow } from "./scale-list";

/** Timbre, stereo image and spectrum. */
export function SoundPanes({ record }: { record: AnalysisRecord }) {
  const { timbre, stereo, spectral } = record;
  return (
    <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      {timbre ? (
        <Pane title="Timbre" about="timbre">
          <ScaleList rows={timbreScales(timbre)} />
        </Pane>
      ) : null}
      {stereo ? (
        <Pane title="Stereo" about="stereo">
          <ScaleList rows={stereoScales(stereo)} />
        </Pane>
      ) : null}
      {spectral ? (
        <Pane title="Spectrum" about="spectral" className="md:col-span-2 xl:col-span-1">
          <MeasuredTable rows={spectralRows(spectral)} caption="Spectral values, averaged over the sound" />
        </Pane>
      ) : null}
      <SpectralShape record={record} />
    </div>
  );
}

const CONTRAST_BANDS = ["< 200", "200", "400", "800", "1.6k", "3.2k", "6.4k"];

/** The outline of the spectrum: cepstral coefficients and contrast per band. */
function SpectralShape({ record: { spectral } }: { record: AnalysisRecord }) {
  if (!spectral || spectral.mfcc.length < 2) return null;
  // The first coefficient is the level. It would make all others look tiny.
  const coefficients = spectral.mfcc.slice(1).map((value, index) => ({ name: String(index + 1), value }));
  const contrast = (spectral.contrastDb ?? []).map((value, index) => ({ name: CONTRAST_BANDS[index] ?? "", value }));
  return (
    <Pane title="Spectral shape" about="spectral" className="md:col-span-2 xl:col-span-3">
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <div>
          <p className="mb-4 text-muted-foreground text-sm">
            Mel-frequency cepstral coefficients: sounds with similar bars sound alike.
          </p>
          <BarsChart bars={coefficients} label="Mel-frequency cepstral coefficients" places={1} />
        </div>
        {contrast.length > 0 ? (
          <div>
            <p className="mb-4 text-muted-foreground text-sm">
              Contrast in dB per band, starting at each frequency (Hz): how far tones stand out from the noise.
            </p>
            <BarsChart bars={contrast} label="Spectral contrast in dB" places={1} />
          </div>
        ) : null}
      </div>
    </Pane>
  );
}

function timbreScales(timbre: Timbre): ScaleRow[] {
  const { brightness, warmth, harmonicity, attackSeconds, temporalCentroid } = timbre;
  const share = { low: 0, high: 1 };
  return [
    {
      name: "Brightness",
      value: formatPercent(brightness),
      scale: { ...share, value: brightness, ends: ["Dark", "Bright"] },
    },
    { name: "Warmth", value: formatPercent(warmth), scale: { ...share, value: warmth, ends: ["Thin", "Warm"] } },
    {
      name: "Harmonicity",
      value: formatPercent(harmonicity),
      scale: { ...share, value: harmonicity, ends: ["Noise", "Tone"] },
    },
    {
      name: "Energy over time",
      value: formatPercent(temporalCentroid),
      scale: { ...share, value: temporalCentroid, ends: ["At the start", "At the end"] },
    },
    attackSeconds === null
      ? { name: "Attack", value: "–", reason: "Measured only for single sounds." }
      : { name: "Attack", value: formatBrief(attackSeconds) },
  ];
}

function stereoScales({ width, correlation, balance, monoCompatibility }: Stereo): ScaleRow[] {
  const side = Math.round(Math.abs(balance) * 100);
  return [
    {
      name: "Width",
      value: formatPercent(width),
      scale: { value: width, low: 0, high: 1, ends: ["Mono", "Opposite phase"] },
    },
    {
      name: "Correlation",
      value: formatDecimal(correlation, 2),
      scale: { value: correlation, low: -1, high: 1, origin: 0, ends: ["−1", "+1"] },
    },
    {
      name: "Balance",
      value: side === 0 ? "Centre" : `${side}% ${balance > 0 ? "right" : "left"}`,
      scale: { value: balance, low: -1, high: 1, origin: 0, ends: ["Left", "Right"] },
    },
    {
      name: "Mono compatibility",
      value: formatPercent(monoCompatibility),
      scale: { value: monoCompatibility, low: 0, high: 1, ends: ["Cancels out", "Nothing lost"] },
    },
  ];
}
