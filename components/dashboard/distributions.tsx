import { useText } from "#text";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { Text } from "@/lib/language/text";
import type { Distributions as Counts } from "@/lib/library/overview/schema";
import type { KeyNotation } from "@/lib/music/key-notations";
import { parseKey } from "@/lib/music/key-text";
import { formatKey, writeKey } from "@/lib/music/notation";
import { Histogram, type HistogramBar } from "./histogram";

/** Keys are counted by the numbers of a wheel, whose neighbours mix; a name has no order. */
type Wheel = Extract<KeyNotation, "camelot" | "open-key">;
const WHEELS: Readonly<Record<Wheel, { name: string; letters: readonly [minor: string, major: string] }>> = {
  camelot: { name: "Camelot", letters: ["A", "B"] },
  "open-key": { name: "Open Key", letters: ["m", "d"] },
};

const library = (query: string) => `/library?q=${encodeURIComponent(query)}`;

function tempoBar({ from, to, count }: Counts["tempos"][number], at: number, t: Text): HistogramBar {
  return {
    name: tempoName(from, to, t),
    mark: at % 2 === 0 ? (from === 0 ? `<${to}` : String(from)) : "",
    parts: [{ count, className: "bg-primary/70" }],
    href: library(to === null ? `bpm:>=${from}` : `bpm:${from}-${to - 0.01}`),
  };
}

function tempoName(from: number, to: number | null, t: Text): string {
  if (to === null) return t("{bpm} BPM and more", { bpm: from });
  return from === 0 ? t("Under {bpm} BPM", { bpm: to }) : `${from}–${to - 1} BPM`;
}

function markOf(camelotNumber: number, wheel: Wheel): string {
  const key = parseKey(`${camelotNumber}B`);
  return key?.mode ? writeKey({ tonic: key.tonic, mode: key.mode }, wheel).slice(0, -1) : String(camelotNumber);
}

/** `8A, A minor`, or `1m, A minor`. */
function named(camelot: string, wheel: Wheel, t: Text): string {
  const key = parseKey(camelot);
  if (!key?.mode) return camelot;
  const written = { tonic: key.tonic, mode: key.mode };
  return `${writeKey(written, wheel, t)}, ${formatKey(written, t)}`;
}

function keyBar({ number, minor, major }: Counts["keys"][number], wheel: Wheel, t: Text): HistogramBar {
  const keys = { minorKey: named(`${number}A`, wheel, t), majorKey: named(`${number}B`, wheel, t) };
  return {
    name: t("{minorKey}: {minor}; {majorKey}: {major}; together", { ...keys, minor, major }),
    mark: markOf(number, wheel),
    parts: [
      { count: minor, className: "bg-accent/75" },
      { count: major, className: "bg-accent/40" },
    ],
    href: library(`key:${number}A,${number}B`),
  };
}

/** What tempi and keys the library has; each bar leads to its samples. */
export function Distributions({ tempos, keys, notation }: Counts & { notation: KeyNotation }) {
  const t = useText();
  const wheel = notation === "open-key" ? "open-key" : "camelot";
  const { name, letters } = WHEELS[wheel];
  const bars = keys.map((counts) => keyBar(counts, wheel, t)).toSorted((a, b) => Number(a.mark) - Number(b.mark));
  const hasKeys = keys.some(({ minor, major }) => minor + major > 0);
  return (
    <div className={DISTRIBUTIONS_GRID}>
      <section aria-labelledby="tempi">
        <Card className="h-full">
          <CardHeader>
            <CardTitle id="tempi">{t("Tempi")}</CardTitle>
            <span className="text-muted-foreground text-xs">BPM</span>
          </CardHeader>
          <CardContent>
            {tempos.length > 0 ? (
              <Histogram label={t("Samples by tempo")} bars={tempos.map((tempo, at) => tempoBar(tempo, at, t))} />
            ) : (
              <p className="h-36 text-muted-foreground text-sm">{t("No sample has a tempo yet.")}</p>
            )}
          </CardContent>
        </Card>
      </section>
      <section aria-labelledby="keys">
        <Card className="h-full">
          <CardHeader>
            <CardTitle id="keys">{t("Keys")}</CardTitle>
            <span className="flex gap-3 text-muted-foreground text-xs">
              <span>
                <span aria-hidden className="mr-1.5 inline-block size-2 rounded-xs bg-accent/75" />
                {t("minor ({letter})", { letter: letters[0] })}
              </span>
              <span>
                <span aria-hidden className="mr-1.5 inline-block size-2 rounded-xs bg-accent/40" />
                {t("major ({letter})", { letter: letters[1] })}
              </span>
            </span>
          </CardHeader>
          <CardContent>
            {hasKeys ? (
              <Histogram label={t("Samples by key, in {name} numbers", { name })} bars={bars} />
            ) : (
              <p className="h-36 text-muted-foreground text-sm">{t("No sample has a key yet.")}</p>
            )}
          </CardContent>
        </Card>
      </section>
    </div>
  );
}

export const DISTRIBUTIONS_GRID = "grid gap-6 lg:grid-cols-2";
