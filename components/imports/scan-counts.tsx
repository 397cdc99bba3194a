import { useText } from "#text";
import { StatTile } from "@/components/ui/stat-tile";
import { formatBytes } from "@/lib/format/bytes";
import { formatCount } from "@/lib/format/count";
import type { ScanState } from "@/lib/imports/schema";

/** What the last scan found and did. */
export function ScanCounts({ scan }: { scan: ScanState }) {
  const t = useText();
  const tiles: [label: string, value: number, hint?: string][] = [
    [
      t("Found"),
      scan.filesFound,
      scan.filesLeftOut > 0 ? t("{count} left out: no audio, hidden, links", { count: scan.filesLeftOut }) : undefined,
    ],
    [
      t("[files] New"),
      scan.filesNew,
      scan.bytesCopied > 0 ? t("{size} copied", { size: formatBytes(scan.bytesCopied, t) }) : undefined,
    ],
    [t("Known before"), scan.filesKnown, t("not copied again")],
    [
      t("Analysed"),
      scan.analysed,
      scan.notAnalysed > 0 ? t("[analysed] {count} could not be", { count: scan.notAnalysed }) : undefined,
    ],
    [t("[of files] Changed"), scan.filesChanged, t("the old sample is kept")],
    [t("[of files] Moved"), scan.filesMoved],
    [t("[of files] Gone"), scan.filesGone, t("their samples are kept")],
    [t("Failed"), scan.filesFailed],
  ];
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {tiles.map(([label, value, hint]) => (
        <StatTile key={label} label={label} value={formatCount(value, t)} hint={hint} />
      ))}
    </dl>
  );
}
