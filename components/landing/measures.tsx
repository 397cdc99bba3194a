import { Link } from "@/components/ui/link";
import { ConfidenceMeter } from "@/components/ui/meter";

const GROUPS = [
  { name: "Tempo", values: "BPM with one decimal place, and the next most likely tempos" },
  { name: "Key", values: "tonic and mode, Camelot, Open Key, and the next most likely keys" },
  { name: "Loudness", values: "integrated, short-term and momentary LUFS, range in LU, true peak in dBTP" },
  { name: "Spectrum", values: "centroid, spread, roll-off, flatness, flux, zero crossings, MFCC" },
  { name: "Pictures", values: "waveform, mel spectrogram" },
] as const;

const TRUST = [
  { value: 0.94, text: "Clear: there is little doubt." },
  { value: 0.62, text: "Likely: worth a listen before you rely on it." },
  { value: 0.21, text: "A guess, and shown as one." },
] as const;

export function Measures() {
  return (
    <section
      aria-labelledby="measures"
      className="grid gap-12 border-t py-16 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]"
    >
      <div>
        <h2 id="measures" className="font-display font-medium text-2xl tracking-tight">
          What is measured
        </h2>
        <dl className="mt-6 divide-y divide-border border-y">
          {GROUPS.map(({ name, values }) => (
            <div key={name} className="grid gap-x-6 py-3 sm:grid-cols-[7rem_1fr]">
              <dt className="font-medium">{name}</dt>
              <dd className="text-muted-foreground">{values}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-4 text-sm">
          <Link href="/docs/analysis" className="text-primary underline decoration-primary/40 underline-offset-4">
            What each value means, and how it is measured
          </Link>
        </p>
      </div>
      <div>
        <h2 className="font-display font-medium text-2xl tracking-tight">How sure it is</h2>
        <p className="mt-6 text-muted-foreground">
          Every estimate comes with its confidence. A single hit has no tempo, and noise has no key: SampleMind says so
          instead of making one up.
        </p>
        <ul aria-label="How confidence is shown" className="mt-6 space-y-3">
          {TRUST.map(({ value, text }) => (
            <li key={value} className="grid grid-cols-[7.5rem_1fr] items-center gap-3 text-sm">
              <ConfidenceMeter value={value} />
              <span className="text-muted-foreground">{text}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
