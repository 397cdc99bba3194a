"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useText } from "#text";
import { Confirm } from "@/components/forms/confirm";
import { useActionRunner } from "@/components/forms/use-action-runner";
import { useSampleEvents } from "@/components/live/live-events-provider";
import { useRefreshWhile } from "@/components/live/use-refresh-while";
import { restoredText } from "@/components/samples/restored-text";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { toast } from "@/components/ui/toast";
import type { Text } from "@/lib/language/text";
import { purgeSamplesAction, restoreSamplesAction } from "@/lib/samples/actions";
import type { TrashedSample } from "@/lib/samples/schema";
import { TrashRow } from "./trash-row";

/** The time that is left is counted in minutes. */
const REFRESH_MS = 30_000;

/** Nothing is refused by name: what has left the trash in the meantime is left out. */
const NO_REFUSALS = {};

const nameOf = (samples: readonly TrashedSample[], t: Text) =>
  samples.length === 1 && samples[0]
    ? samples[0].fileName
    : t.count(samples.length, "{count} sample", "{count} samples");

export interface TrashProps {
  samples: readonly TrashedSample[];
  /** Whether the trash holds more than these. */
  hasMore: boolean;
  nowMs: number;
}

/** Deleted samples that can still be restored. */
export function Trash({ samples, hasMore, nowMs }: TrashProps) {
  const t = useText();
  const router = useRouter();
  const { pending, run } = useActionRunner(NO_REFUSALS);
  const [doomed, setDoomed] = useState<readonly TrashedSample[] | null>(null);
  const region = useRef<HTMLElement>(null);
  useRefreshWhile(samples.length > 0, REFRESH_MS);
  useSampleEvents(
    () => router.refresh(),
    () => router.refresh(),
  );

  const after = () => {
    setDoomed(null);
    router.refresh();
    // The pressed button leaves with its row.
    region.current?.focus();
  };
  const restore = async (chosen: readonly TrashedSample[]) => {
    const ids = chosen.map(({ id }) => id);
    const restored = await run("restore", () => restoreSamplesAction({ ids }), null);
    if (restored) {
      const { kind, title, description } = restoredText(nameOf(chosen, t), ids.length, restored.ids.length);
      toast[kind](t(title), { description: description && t(description) });
    }
    after();
  };
  const purge = async (chosen: readonly TrashedSample[]) => {
    const ids = chosen.map(({ id }) => id);
    await run("purge", () => purgeSamplesAction({ ids }), t("{name} permanently deleted", { name: nameOf(chosen, t) }));
    after();
  };
  return (
    <section ref={region} tabIndex={-1} aria-label={t("Deleted samples")} className="glass rounded-lg outline-none">
      {samples.length === 0 ? (
        <EmptyState
          icon={Trash2}
          title={t("The trash is empty")}
          description={t("Samples that you delete can be restored here.")}
        />
      ) : (
        <>
          <div className="flex flex-wrap items-center justify-between gap-3 border-b px-5 py-3">
            <p className="text-muted-foreground text-sm">
              {hasMore
                ? t.count(
                    samples.length,
                    "More than {count} sample. These are the ones deleted last.",
                    "More than {count} samples. These are the ones deleted last.",
                  )
                : t.count(samples.length, "{count} sample", "{count} samples")}
            </p>
            <div className="flex flex-wrap gap-2">
              <Button size="sm" pending={pending === "restore"} onClick={() => void restore(samples)}>
                {hasMore ? t("Restore these {count}", { count: samples.length }) : t("Restore all")}
              </Button>
              <Button size="sm" variant="danger" onClick={() => setDoomed(samples)}>
                {hasMore ? t("Delete these {count}", { count: samples.length }) : t("Empty trash")}
              </Button>
            </div>
          </div>
          <ul className="divide-y divide-border">
            {samples.map((sample) => (
              <TrashRow
                key={sample.id}
                sample={sample}
                nowMs={nowMs}
                isLocked={pending !== null}
                onRestore={() => void restore([sample])}
                onPurge={() => setDoomed([sample])}
              />
            ))}
          </ul>
        </>
      )}
      {doomed ? (
        <Confirm
          title={t("Delete {name} permanently?", { name: nameOf(doomed, t) })}
          description={t("The file and everything found in it are removed. This cannot be undone.")}
          action={t("Delete permanently")}
          isPending={pending === "purge"}
          onConfirm={() => void purge(doomed)}
          onClose={() => setDoomed(null)}
        />
      ) : null}
    </section>
  );
}
