import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { Distributions as Counts } from "@/lib/library/overview/schema";
import { parseKey } from "@/lib/music/key-text";
import { formatKey } from "@/lib/music/notation";
import { Histogram, type HistogramBar } from "./histogram";

const library = (query: string) => `/library?q=${encodeURIComponent(query)}`;

function tempoBar({ from, to, count }: Counts["tempos"][number], at: number): HistogramBar {
  const name = to === null ? `${from} BPM and more` : from === 0 ? `Under ${to} BPM` : `${from}–${to - 1} BPM`;
  return {
    name,
    mark: at % 2 === 0 ? (from === 0 ? `<${to}` : String(from)) : "",
    parts: [{ count, className: "bg-primary/70" }],
    href: library(to === null ? `bpm:>=${from}` : `bpm:${from}-${to - 0.01}`),
  };
}

/** `8A, A minor`. */
function named(camelot: string): string {
  const key = parseKey(camelot);
  return key?.mode ? `${camelot}, ${formatKey({ tonic: key.tonic, mode: key.mode })}` : camelot;
}

function keyBar({ number, minor, major }: Counts["keys"][number]): HistogramBar {
  return {
    name: `${named(`${number}A`)}: ${minor}; ${named(`${number}B`)}: ${major}; together`,
    mark: String(number),
    parts: [
      { count: minor, className: "bg-accent/75" },
      { count: major, className: "bg-accent/40" },
    ],
    href: library(`key:${number}A,${number}B`),
  };
}

/** What tempi and keys the library has; each bar leads to its samples. */
export function Distributions({ tempos, keys }: Counts) {
  const hasKeys = keys.some(({ minor, major }) => minor + major > 0);
  return (
    <div className={DISTRIBUTIONS_GRID}>
      <section aria-labelledby="tempi">
        <Card className="h-full">
          <CardHeader>
            <CardTitle id="tempi">Tempi</CardTitle>
            <span className="text-muted-foreground text-xs">BPM</span>
          </CardHeader>
          <CardContent>
            {tempos.length > 0 ? (
              <Histogram label="Samples by tempo" bars={tempos.map(tempoBar)} />
            ) : (
              <p className="h-36 text-muted-foreground text-sm">No sample has a tempo yet.</p>
            )}
          </CardContent>
        </Card>
      </section>
      <section aria-labelledby="keys">
        <Card className="h-full">
          <CardHeader>
            <CardTitle id="keys">Keys</CardTitle>
            <span className="flex gap-3 text-muted-foreground text-xs">
              <span>
                <span aria-hidden className="mr-1.5 inline-block size-2 rounded-xs bg-accent/75" />
                minor (A)
              </span>
              <span>
                <span aria-hidden className="mr-1.5 inline-block size-2 rounded-xs bg-accent/40" />
                major (B)
              </span>
            </span>
          </CardHeader>
          <CardContent>
            {hasKeys ? (
              <Histogram label="Samples by key, in Camelot numbers" bars={keys.map(keyBar)} />
            ) : (
              <p className="h-36 text-muted-foreground text-sm">No sample has a key yet.</p>
            )}
          </CardContent>
        </Card>
      </section>
    </div>
  );
}

export const DISTRIBUTIONS_GRID = "grid gap-6 lg:grid-cols-2";
