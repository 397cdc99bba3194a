import { useText } from "#text";
import { BarsChart } from "@/components/charts/bars-chart";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { Stereo } from "@/lib/analysis/record/values/stereo";
import type { Timbre } from "@/lib/analysis/record/values/timbre";
import type { Text } from "@/lib/language/text";
import { formatDecimal, formatPercent } from "@/lib/music/notation";
import { formatBrief } from "./measured-format";
import { spectralRows } from "./measured-rows";
import { MeasuredTable } from "./measured-table";
import { Pane } from "./pane";
import { ScaleList, type ScaleRow } from "./scale-list";

/** Timbre, stereo image and spectrum. */
export function SoundPanes({ record }: { record: AnalysisRecord }) {
  const t = useText();
  const { timbre, stereo, spectral } = record;
  return (
    <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      {timbre ? (
        <Pane title={t("Timbre")} about="timbre">
          <ScaleList rows={timbreScales(timbre, t)} />
        </Pane>
      ) : null}
      {stereo ? (
        <Pane title={t("Stereo")} about="stereo">
          <ScaleList rows={stereoScales(stereo, t)} />
        </Pane>
      ) : null}
      {spectral ? (
        <Pane title={t("Spectrum")} about="spectral" className="md:col-span-2 xl:col-span-1">
          <MeasuredTable rows={spectralRows(spectral, t)} caption={t("Spectral values, averaged over the sound")} />
        </Pane>
      ) : null}
      <SpectralShape record={record} />
    </div>
  );
}

const CONTRAST_BANDS = ["< 200", "200", "400", "800", "1.6k", "3.2k", "6.4k"];

/** The outline of the spectrum: cepstral coefficients and contrast per band. */
function SpectralShape({ record: { spectral } }: { record: AnalysisRecord }) {
  const t = useText();
  if (!spectral || spectral.mfcc.length < 2) return null;
  // The first coefficient is the level. It would make all others look tiny.
  const coefficients = spectral.mfcc.slice(1).map((value, index) => ({ name: String(index + 1), value }));
  const contrast = (spectral.contrastDb ?? []).map((value, index) => ({ name: CONTRAST_BANDS[index] ?? "", value }));
  return (
    <Pane title={t("Spectral shape")} about="spectral" className="md:col-span-2 xl:col-span-3">
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <div>
          <p className="mb-4 text-muted-foreground text-sm">
            {t("Mel-frequency cepstral coefficients: sounds with similar bars sound alike.")}
          </p>
          <BarsChart bars={coefficients} label={t("Mel-frequency cepstral coefficients")} places={1} />
        </div>
        {contrast.length > 0 ? (
          <div>
            <p className="mb-4 text-muted-foreground text-sm">
              {t("Contrast in dB per band, starting at each frequency (Hz): how far tones stand out from the noise.")}
            </p>
            <BarsChart bars={contrast} label={t("Spectral contrast in dB")} places={1} />
          </div>
        ) : null}
      </div>
    </Pane>
  );
}

function timbreScales(timbre: Timbre, t: Text): ScaleRow[] {
  const { brightness, warmth, harmonicity, attackSeconds, temporalCentroid } = timbre;
  const share = { low: 0, high: 1 };
  return [
    {
      name: t("Brightness"),
      value: formatPercent(brightness, t),
      scale: { ...share, value: brightness, ends: [t("Dark"), t("Bright")] },
    },
    {
      name: t("Warmth"),
      value: formatPercent(warmth, t),
      scale: { ...share, value: warmth, ends: [t("Thin"), t("Warm")] },
    },
    {
      name: t("Harmonicity"),
      value: formatPercent(harmonicity, t),
      scale: { ...share, value: harmonicity, ends: [t("Noise"), t("Tone")] },
    },
    {
      name: t("Energy over time"),
      value: formatPercent(temporalCentroid, t),
      scale: { ...share, value: temporalCentroid, ends: [t("At the start"), t("At the end")] },
    },
    attackSeconds === null
      ? { name: t("Attack"), value: "–", reason: t("Measured only for single sounds.") }
      : { name: t("Attack"), value: formatBrief(attackSeconds, t) },
  ];
}

function balanceText(side: number, isRight: boolean, t: Text): string {
  if (side === 0) return t("Centre");
  return isRight ? t("{percent}% right", { percent: side }) : t("{percent}% left", { percent: side });
}

function stereoScales({ width, correlation, balance, monoCompatibility }: Stereo, t: Text): ScaleRow[] {
  const side = Math.round(Math.abs(balance) * 100);
  return [
    {
      name: t("Width"),
      value: formatPercent(width, t),
      scale: { value: width, low: 0, high: 1, ends: [t("Mono"), t("Opposite phase")] },
    },
    {
      name: t("Correlation"),
      value: formatDecimal(correlation, 2, t),
      scale: { value: correlation, low: -1, high: 1, origin: 0, ends: ["−1", "+1"] },
    },
    {
      name: t("Balance"),
      value: balanceText(side, balance > 0, t),
      scale: { value: balance, low: -1, high: 1, origin: 0, ends: [t("Left"), t("Right")] },
    },
    {
      name: t("Mono compatibility"),
      value: formatPercent(monoCompatibility, t),
      scale: { value: monoCompatibility, low: 0, high: 1, ends: [t("Cancels out"), t("Nothing lost")] },
    },
  ];
}
