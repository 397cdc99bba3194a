"use client";

import { useState } from "react";
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
  { label: "File" },
  { label: "State" },
  { label: "Length", numeric: true },
  { label: "BPM", numeric: true },
  { label: "Key" },
  { label: "Type" },
];

export interface BatchItemsProps {
  counts: Batch["counts"];
  page: ItemPage;
  /** Reads another page. False if the server did not answer. */
  onShow: (which: Pick<ItemPage, "state" | "cursor">) => Promise<boolean>;
}

/** What became of each file, a page at a time. */
export function BatchItems({ counts, page, onShow }: BatchItemsProps) {
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
    <section aria-label="Files" className="glass overflow-hidden rounded-lg">
      <div className="flex flex-wrap items-center justify-between gap-3 border-b px-5 py-3">
        <NativeSelect
          label="Show"
          value={page.state ?? "all"}
          onValueChange={(value) => void filter(value)}
          options={[
            { value: "all", label: `All files (${formatCount(counts.total)})` },
            ...choices.map((state) => ({
              value: state,
              label: `${STATE_NAMES[state]} (${formatCount(counts[state])})`,
            })),
          ]}
        />
        <div className="flex gap-2">
          <Button size="sm" disabled={before.length === 0} onClick={() => void previous()}>
            Previous
          </Button>
          <Button size="sm" disabled={page.nextCursor === null} onClick={() => void next()}>
            Next
          </Button>
        </div>
      </div>
      {page.items.length === 0 ? (
        <p className="px-5 py-8 text-center text-muted-foreground text-sm">No file is in this state.</p>
      ) : (
        <ListTable columns={COLUMNS}>
          {page.items.map((item) => (
            <Item key={item.sampleId} item={item} />
          ))}
        </ListTable>
      )}
    </section>
  );
}

function Item({ item }: { item: BatchItem }) {
  const { sampleId, fileName, folderPath, state, failure, isThere, durationSeconds, bpm, keyTonic, keyMode, kind } =
    item;
  const isGone = !isThere && state !== "deleted";
  const note = failure?.message ?? folderPath;
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
          {STATE_NAMES[state]}
        </Badge>
        {isGone ? <span className="ml-2 text-muted-foreground text-xs">deleted since</span> : null}
      </TableCell>
      <TableCell numeric>{durationSeconds === null ? "–" : formatDuration(durationSeconds)}</TableCell>
      <TableCell numeric>{bpm === null ? "–" : formatBpm(bpm)}</TableCell>
      <TableCell className="whitespace-nowrap">
        {keyTonic === null || keyMode === null ? "–" : <KeyName of={{ tonic: keyTonic, mode: keyMode }} />}
      </TableCell>
      <TableCell className="pr-5">{kind ? KIND_NAMES[kind] : "–"}</TableCell>
    </TableRow>
  );
}
