import type { ReactNode } from "react";
import { useText } from "#text";
import { PreviewButton } from "@/components/player/preview-button";
import { BpmValue, KeyValue, KindValue } from "@/components/samples/row-values";
import { trackOf } from "@/components/samples/sample-track";
import { Link } from "@/components/ui/link";
import { formatDuration } from "@/lib/format/time";
import type { Text } from "@/lib/language/text";
import type { LibraryRow } from "@/lib/library/schema";
import type { KeyNotation } from "@/lib/music/key-notations";
import { formatBpm, formatNote, writeKey } from "@/lib/music/notation";

/** A sound as the card and the list have it: to play, to open, with its main values. Two columns of a grid. */
export function PointSound({ row }: { row: LibraryRow }) {
  return (
    <>
      <PreviewButton id={row.id} fileName={row.fileName} track={trackOf(row)} />
      <div className="min-w-0">
        <Link
          href={`/samples/${row.id}`}
          title={row.fileName}
          className="block truncate rounded-xs font-medium text-sm underline-offset-4 hover:text-primary hover:underline"
        >
          {row.fileName}
        </Link>
        <PointValues row={row} />
      </div>
    </>
  );
}

/** The main values of a sample in one line. */
function PointValues({ row }: { row: LibraryRow }) {
  const t = useText();
  return (
    <dl className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-xs">
      <Value name={t("Type")}>
        <KindValue row={row} />
      </Value>
      {row.durationSeconds === null ? null : (
        <Value name={t("Length")}>
          <span className="figures">{formatDuration(row.durationSeconds, t)}</span>
        </Value>
      )}
      {row.bpm === null ? null : (
        <Value name={t("Tempo")}>
          <BpmValue row={row} /> <span className="text-muted-foreground">BPM</span>
        </Value>
      )}
      {row.note === null && row.keyTonic === null ? null : (
        <Value name={t("Key")}>
          <KeyValue row={row} />
        </Value>
      )}
    </dl>
  );
}

function Value({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="whitespace-nowrap">
      <dt className="sr-only">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The same to be read out. */
export function pointText(row: LibraryRow, notation: KeyNotation, t: Text): string {
  const key = row.keyTonic === null || row.keyMode === null ? null : { tonic: row.keyTonic, mode: row.keyMode };
  return [
    row.fileName,
    row.kind,
    row.bpm === null ? null : `${formatBpm(row.bpm, t)} BPM`,
    row.note === null ? key && writeKey(key, notation, t) : t("note {note}", { note: formatNote(row.note) }),
  ]
    .filter(Boolean)
    .join(", ");
}
