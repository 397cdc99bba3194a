import { defineOperation } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { raw } from "@/lib/api/http/responses";
import { rowId } from "@/lib/api/http/row-id";
import { csvLine } from "@/lib/archives/csv";
import { findBatch, listBatchItems } from "@/lib/batches/data";
import type { BatchItem } from "@/lib/batches/schema";
import { ok, refused } from "@/lib/errors";
import { requireFlag } from "@/lib/flags/data";
import type { ActorId } from "@/lib/identity/actor";
import { formatKey } from "@/lib/music/notation";
import { NO_SUCH_BATCH } from "./dto";

const ROWS_AT_ONCE = 1000;
const HEAD = [
  "sample_id",
  "folder",
  "file_name",
  "state",
  "failure",
  "since",
  "duration_seconds",
  "bpm",
  "key",
  "kind",
];

export const exportBatch = defineOperation({
  method: "GET",
  path: "/batches/:id/export",
  summary: "The results of a batch as CSV, however many.",
  scope: "samples:read",
  rateClass: "default",
  params: rowId,
  response: raw("text/csv; charset=utf-8"),
  errors: { not_found: NO_SUCH_BATCH, feature_off: FEATURE_OFF },
  async handle({ ctx, params: { id } }) {
    await requireFlag(ctx.actor, "batches");
    if (!(await findBatch(ctx.actor.id, id))) return refused("not_found");
    const headers = { "Content-Disposition": `attachment; filename="batch-${id}.csv"`, "Cache-Control": "no-store" };
    return ok({ body: streamOf(tableOf(ctx.actor.id, id)), headers });
  },
});

async function* tableOf(owner: ActorId, id: string): AsyncGenerator<string> {
  yield csvLine(HEAD);
  let after: string | null = null;
  do {
    const { items, next }: { items: BatchItem[]; next: string | null } = await listBatchItems(owner, id, {
      limit: ROWS_AT_ONCE,
      after,
    });
    yield items.map(lineOf).join("");
    after = next;
  } while (after !== null);
}

function lineOf(item: BatchItem): string {
  const { sampleId, folderPath, fileName, isThere, state, failure, since, durationSeconds, bpm, keyTonic, keyMode } =
    item;
  const key = keyTonic === null || keyMode === null ? null : formatKey({ tonic: keyTonic, mode: keyMode });
  const said = isThere || state === "deleted" ? state : `${state}, since deleted`;
  const sound = [durationSeconds, bpm, key, item.kind];
  return csvLine([sampleId, folderPath, fileName, said, failure?.message ?? null, since, ...sound]);
}

/** Reads on only when the receiver has taken what was read before. */
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await lines.return(undefined)),
  });
}
