import { useText } from "#text";
import { Link } from "@/components/ui/link";
import { ConfidenceMeter } from "@/components/ui/meter";
import { msg } from "@/lib/language/text";

const GROUPS = [
  { name: msg("Tempo"), values: msg("BPM with one decimal place, and the next most likely tempos") },
  { name: msg("Key"), values: msg("tonic and mode, Camelot, Open Key, and the next most likely keys") },
  { name: msg("Loudness"), values: msg("integrated, short-term and momentary LUFS, range in LU, true peak in dBTP") },
  { name: msg("Spectrum"), values: msg("centroid, spread, roll-off, flatness, flux, zero crossings, MFCC") },
  { name: msg("Pictures"), values: msg("waveform, mel spectrogram") },
] as const;

const TRUST = [
  { value: 0.94, text: msg("Clear: there is little doubt.") },
  { value: 0.62, text: msg("Likely: worth a listen before you rely on it.") },
  { value: 0.21, text: msg("A guess, and shown as one.") },
] as const;

export function Measures() {
  const t = useText();
  return (
    <section
      aria-labelledby="measures"
      className="grid gap-12 border-t py-16 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]"
    >
      <div>
        <h2 id="measures" className="font-display font-medium text-2xl tracking-tight">
          {t("What is measured")}
        </h2>
        <dl className="mt-6 divide-y divide-border border-y">
          {GROUPS.map(({ name, values }) => (
            <div key={name} className="grid gap-x-6 py-3 sm:grid-cols-[7rem_1fr]">
              <dt className="font-medium">{t(name)}</dt>
              <dd className="text-muted-foreground">{t(values)}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-4 text-sm">
          <Link href="/docs/analysis" className="text-primary underline decoration-primary/40 underline-offset-4">
            {t("What each value means, and how it is measured")}
          </Link>
        </p>
      </div>
      <div>
        <h2 className="font-display font-medium text-2xl tracking-tight">{t("How sure it is")}</h2>
        <p className="mt-6 text-muted-foreground">
          {t(
            "Every estimate comes with its confidence. A single hit has no tempo, and noise has no key: SampleMind says so instead of making one up.",
          )}
        </p>
        <ul aria-label={t("How confidence is shown")} className="mt-6 space-y-3">
          {TRUST.map(({ value, text }) => (
            <li key={value} className="grid grid-cols-[7.5rem_1fr] items-center gap-3 text-sm">
              <ConfidenceMeter value={value} />
              <span className="text-muted-foreground">{t(text)}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
