"use client";

import { ListChecks } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { useText } from "#text";
import { When } from "@/components/listing/when";
import { useBatchEvents } from "@/components/live/live-events-provider";
import { useRefreshWhile } from "@/components/live/use-refresh-while";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Progress } from "@/components/ui/progress";
import { BATCH_FILES_LEAST } from "@/lib/batches/constants";
import type { Batch } from "@/lib/batches/schema";
import { detailsOf, KIND_NAMES, leftOf, percentDone, titleOf } from "./batch-text";

const REFRESH_MS = 3000;

export interface BatchListProps {
  batches: readonly Batch[];
  /** Whether there are older ones. */
  hasMore: boolean;
  nowMs: number;
}

/** All batches, the newest first. */
export function BatchList({ batches, hasMore, nowMs }: BatchListProps) {
  const t = useText();
  useRefreshSoon();
  useRefreshWhile(
    batches.some((batch) => leftOf(batch) > 0),
    REFRESH_MS,
  );
  if (batches.length === 0) {
    return (
      <section className="glass rounded-lg">
        <EmptyState
          icon={ListChecks}
          title={t("No batches yet")}
          description={t(
            "Upload {count} files or more at once, or analyse a selection of the library again, and you can follow it here.",
            { count: BATCH_FILES_LEAST },
          )}
          action={
            <ButtonLink href="/upload" variant="primary">
              {t("Upload files")}
            </ButtonLink>
          }
        />
      </section>
    );
  }
  return (
    <>
      <ul className="glass divide-y divide-border rounded-lg">
        {batches.map((batch) => (
          <BatchRow key={batch.id} batch={batch} nowMs={nowMs} />
        ))}
      </ul>
      {hasMore ? <p className="mt-3 text-muted-foreground text-sm">{t("These are the newest batches.")}</p> : null}
    </>
  );
}

function BatchRow({ batch, nowMs }: { batch: Batch; nowMs: number }) {
  const t = useText();
  const details = detailsOf(batch, t);
  return (
    <li className="flex flex-col gap-2 px-5 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <Link
          href={`/batches/${batch.id}`}
          className="min-w-0 truncate rounded-xs font-medium underline-offset-4 hover:text-primary hover:underline"
        >
          {batch.name}
        </Link>
        <span className="text-muted-foreground text-xs">
          {t(KIND_NAMES[batch.kind])} · <When at={batch.createdAt} nowMs={nowMs} />
        </span>
      </div>
      <p className="figures text-muted-foreground text-sm">{[titleOf(batch, t), ...details].join(" · ")}</p>
      {leftOf(batch) > 0 ? (
        <Progress value={percentDone(batch)} label={batch.name} valueText={titleOf(batch, t)} />
      ) : null}
    </li>
  );
}

/** The rows are read anew soon after something has changed, and not for each of a thousand changes. */
function useRefreshSoon(): void {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const soon = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      router.refresh();
    }, REFRESH_MS);
  }, [router]);
  useBatchEvents(soon);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
}
