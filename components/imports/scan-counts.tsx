import { StatTile } from "@/components/ui/stat-tile";
import { formatBytes } from "@/lib/format/bytes";
import { formatCount } from "@/lib/format/count";
import type { ScanState } from "@/lib/imports/schema";

/** What the last scan found and did. */
export function ScanCounts({ scan }: { scan: ScanState }) {
  const tiles: [label: string, value: number, hint?: string][] = [
    [
      "Found",
      scan.filesFound,
      scan.filesLeftOut > 0 ? `${formatCount(scan.filesLeftOut)} left out: no audio, hidden, links` : undefined,
    ],
    ["New", scan.filesNew, scan.bytesCopied > 0 ? `${formatBytes(scan.bytesCopied)} copied` : undefined],
    ["Known before", scan.filesKnown, "not copied again"],
    ["Analysed", scan.analysed, scan.notAnalysed > 0 ? `${formatCount(scan.notAnalysed)} could not be` : undefined],
    ["Changed", scan.filesChanged, "the old sample is kept"],
    ["Moved", scan.filesMoved],
    ["Gone", scan.filesGone, "their samples are kept"],
    ["Failed", scan.filesFailed],
  ];
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {tiles.map(([label, value, hint]) => (
        <StatTile key={label} label={label} value={formatCount(value)} hint={hint} />
      ))}
    </dl>
  );
}
