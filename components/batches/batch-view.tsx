"use client";

import { Download, RotateCcw, X } from "lucide-react";
import { useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { useText } from "#text";
import { Confirm } from "@/components/forms/confirm";
import { errorText } from "@/components/forms/error-text";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Progress } from "@/components/ui/progress";
import { toast } from "@/components/ui/toast";
import { apiAddress, callApi } from "@/lib/api/client";
import type { Batch } from "@/lib/batches/schema";
import { msg } from "@/lib/language/text";
import { BatchItems } from "./batch-items";
import { detailsOf, leftOf, percentDone, titleOf } from "./batch-text";
import { type ItemPage, useBatch } from "./use-batch";

export interface BatchViewProps {
  batch: Batch;
  page: ItemPage;
  /** Whether the viewer may stop and retry. */
  mayChange: boolean;
}

/** One batch: how far it is, what can be done about it, and what became of each file. */
export function BatchView({ batch: first, page: firstPage, mayChange }: BatchViewProps) {
  const t = useText();
  const { batch, page, read, show } = useBatch(first, firstPage);
  const details = detailsOf(batch, t);
  return (
    <div className="flex flex-col gap-4">
      <section aria-label={t("Progress")} className="glass flex flex-col gap-3 rounded-lg px-4 py-4 sm:px-5">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div className="min-w-0">
            <h2 className="font-display font-medium text-lg tracking-tight" aria-live="polite">
              {titleOf(batch, t)}
            </h2>
            {details.length > 0 ? (
              <p className="figures flex flex-wrap gap-x-4 text-muted-foreground text-sm">
                {details.map((detail) => (
                  <span key={detail}>{detail}</span>
                ))}
              </p>
            ) : null}
          </div>
          <BatchActions batch={batch} mayChange={mayChange} onChanged={() => void read()} />
        </div>
        {leftOf(batch) > 0 ? (
          <Progress
            value={percentDone(batch)}
            label={batch.name}
            valueText={[titleOf(batch, t), ...details].join(", ")}
          />
        ) : null}
      </section>
      <BatchItems counts={batch.counts} page={page} onShow={show} />
    </div>
  );
}

const REFUSALS: Record<string, string> = {
  already_ended: msg("It had ended already."),
  nothing_to_retry: msg("Nothing failed or was stopped whose file is still there."),
  not_found: msg("This batch no longer exists."),
};

interface BatchActionsProps {
  batch: Batch;
  mayChange: boolean;
  onChanged: () => void;
}

function BatchActions({ batch, mayChange, onChanged }: BatchActionsProps) {
  const t = useText();
  const { run, pending } = useAction(onChanged);
  const [isAsked, setAsked] = useState(false);
  const params = { id: batch.id };
  const open = batch.counts.failed + batch.counts.cancelled;
  const cancel = async () => {
    await run("cancel", () => callApi("POST /batches/:id/cancel", { params }), t("Batch stopped"));
    setAsked(false);
  };
  const retry = () =>
    run("retry", () => callApi("POST /batches/:id/retry", { params, idempotencyKey: uuidv7() }), t("Trying again"));
  return (
    <div className="flex flex-wrap gap-2">
      {mayChange && open > 0 && batch.state !== "stopping" ? (
        <Button size="sm" pending={pending === "retry"} onClick={() => void retry()}>
          <RotateCcw aria-hidden />
          {t.count(open, "Retry {count} file", "Retry {count} files")}
        </Button>
      ) : null}
      <a href={apiAddress("GET /batches/:id/export", { params })} download className={buttonVariants({ size: "sm" })}>
        <Download aria-hidden />
        {t("Export CSV")}
      </a>
      {mayChange && batch.state === "running" ? (
        <Button size="sm" variant="ghost" onClick={() => setAsked(true)}>
          <X aria-hidden />
          {t("[a batch] Stop")}
        </Button>
      ) : null}
      {isAsked ? (
        <Confirm
          title={t("Stop this batch?")}
          description={t(
            "What is being analysed is finished. What waits keeps what it has, and unfinished uploads are discarded. You can go on later with Retry.",
          )}
          action={t("[a batch] Stop")}
          isPending={pending === "cancel"}
          onConfirm={() => void cancel()}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </div>
  );
}

type Answer = { ok: true } | { ok: false; problem: { code: string } | null };

function useAction(onChanged: () => void) {
  const t = useText();
  const [pending, setPending] = useState<string | null>(null);
  const run = async (name: string, call: () => Promise<Answer>, done: string) => {
    setPending(name);
    const answer = await call().catch(() => null);
    setPending(null);
    if (answer?.ok) toast(done);
    else {
      const code = answer?.problem?.code;
      toast.error(t("That did not work"), { description: t((code && REFUSALS[code]) || errorText()) });
    }
    onChanged();
  };
  return { run, pending };
}
