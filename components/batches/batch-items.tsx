"use client";

import { useState } from "react";
import { useText } from "#text";
import { KeyName } from "@/components/choices/key-name";
import { ListTable } from "@/components/listing/list-table";
import { KIND_NAMES } from "@/components/samples/sample-facts";
import { Badge, type BadgeProps } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { NativeSelect } from "@/components/ui/native-select";
import { TableCell, TableRow } from "@/components/ui/table";
import { ITEM_STATES, type ItemState } from "@/lib/batches/constants";
import type { Batch, BatchItem } from "@/lib/batches/schema";
import { formatCount } from "@/lib/format/count";
import { formatDuration } from "@/lib/format/time";
import { msg } from "@/lib/language/text";
import { formatBpm } from "@/lib/music/notation";
import { STATE_NAMES } from "./batch-text";
import type { ItemPage } from "./use-batch";

const TONES: Record<ItemState, BadgeProps["tone"]> = {
  uploading: "neutral",
  waiting: "neutral",
  running: "primary",
  done: "success",
  failed: "danger",
  cancelled: "warning",
  deleted: "neutral",
};

const COLUMNS = [
  { label: msg("File") },
  { label: msg("State") },
  { label: msg("Length"), numeric: true },
  { label: "BPM", numeric: true },
  { label: msg("Key") },
  { label: msg("Type") },
];

export interface BatchItemsProps {
  counts: Batch["counts"];
  page: ItemPage;
  /** Reads another page. False if the server did not answer. */
  onShow: (which: Pick<ItemPage, "state" | "cursor">) => Promise<boolean>;
}

/** What became of each file, a page at a time. */
export function BatchItems({ counts, page, onShow }: BatchItemsProps) {
  const t = useText();
  // Cursors lead forwards only: those of the pages before are kept to come back.
  const [before, setBefore] = useState<(string | undefined)[]>([]);
  const choices = ITEM_STATES.filter((state) => counts[state] > 0 || state === page.state);
  const filter = async (value: ItemState | "all") => {
    if (await onShow({ state: value === "all" ? null : value, cursor: undefined })) setBefore([]);
  };
  const next = async () => {
    if (page.nextCursor && (await onShow({ state: page.state, cursor: page.nextCursor })))
      setBefore([...before, page.cursor]);
  };
  const previous = async () => {
    if (await onShow({ state: page.state, cursor: before.at(-1) })) setBefore(before.slice(0, -1));
  };
  return (
    <section aria-label={t("Files")} className="glass overflow-hidden rounded-lg">
      <div className="flex flex-wrap items-center justify-between gap-3 border-b px-5 py-3">
        <NativeSelect
          label={t("[verb] Show")}
          value={page.state ?? "all"}
          onValueChange={(value) => void filter(value)}
          options={[
            { value: "all", label: t("All files ({count})", { count: counts.total }) },
            ...choices.map((state) => ({
              value: state,
              label: `${t(STATE_NAMES[state])} (${formatCount(counts[state], t)})`,
            })),
          ]}
        />
        <div className="flex gap-2">
          <Button size="sm" disabled={before.length === 0} onClick={() => void previous()}>
            {t("[page] Previous")}
          </Button>
          <Button size="sm" disabled={page.nextCursor === null} onClick={() => void next()}>
            {t("[page] Next")}
          </Button>
        </div>
      </div>
      {page.items.length === 0 ? (
        <p className="px-5 py-8 text-center text-muted-foreground text-sm">{t("No file is in this state.")}</p>
      ) : (
        <ListTable columns={COLUMNS.map((column) => ({ ...column, label: t(column.label) }))}>
          {page.items.map((item) => (
            <Item key={item.sampleId} item={item} />
          ))}
        </ListTable>
      )}
    </section>
  );
}

function Item({ item }: { item: BatchItem }) {
  const t = useText();
  const { sampleId, fileName, folderPath, state, failure, isThere, durationSeconds, bpm, keyTonic, keyMode, kind } =
    item;
  const isGone = !isThere && state !== "deleted";
  const note = failure ? t(failure.message) : folderPath;
  return (
    <TableRow>
      <TableCell className="max-w-96 pl-5">
        {isThere ? (
          <Link
            href={`/samples/${sampleId}`}
            className="block truncate rounded-xs font-medium underline-offset-4 hover:text-primary hover:underline"
          >
            {fileName}
          </Link>
        ) : (
          <span className="block truncate font-medium text-muted-foreground">{fileName}</span>
        )}
        {note ? (
          <span className={failure ? "block text-danger text-xs" : "block truncate text-muted-foreground text-xs"}>
            {note}
          </span>
        ) : null}
      </TableCell>
      <TableCell>
        <Badge tone={TONES[state]} dot={state === "running" ? "pulse" : false}>
          {t(STATE_NAMES[state])}
        </Badge>
        {isGone ? <span className="ml-2 text-muted-foreground text-xs">{t("deleted since")}</span> : null}
      </TableCell>
      <TableCell numeric>{durationSeconds === null ? "–" : formatDuration(durationSeconds, t)}</TableCell>
      <TableCell numeric>{bpm === null ? "–" : formatBpm(bpm, t)}</TableCell>
      <TableCell className="whitespace-nowrap">
        {keyTonic === null || keyMode === null ? "–" : <KeyName of={{ tonic: keyTonic, mode: keyMode }} />}
      </TableCell>
      <TableCell className="pr-5">{kind ? t(KIND_NAMES[kind]) : "–"}</TableCell>
    </TableRow>
  );
}
