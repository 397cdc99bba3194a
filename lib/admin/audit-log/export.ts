import "server-only";
import { headers } from "next/headers";
import { v7 as uuidv7 } from "uuid";
import type { Ctx } from "@/lib/identity/actor";
import { currentActor } from "@/lib/identity/current-actor";
import { takeRequest } from "@/lib/rate-limits/gate";
import { subjectOfActor } from "@/lib/rate-limits/policy";
import { requestFacts } from "@/lib/request/client-address";
import { isSameOrigin } from "@/lib/request/request-origin";
import { readAuditEntries } from "./data";
import { EXPORT_TYPES, exportHead, exportRows } from "./export-format";
import { beginAuditExport } from "./mutations";
import { exportSchema } from "./schema";

const empty = (status: number) => new Response(null, { status, headers: { "Cache-Control": "no-store" } });

/** The log as a file, for admins. Everybody else gets a 404. */
export async function answerAuditExport(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (actor?.role !== "admin") return empty(404);
  if (!isSameOrigin(request.headers)) return empty(403);
  if (!(await takeRequest("default", subjectOfActor(actor))).admitted) return empty(429);
  const wanted = Object.fromEntries(new URL(request.url).searchParams);
  if (!exportSchema.safeParse(wanted).success) return empty(400);
  return auditFile({ actor, ...requestFacts(await headers(), uuidv7()) }, wanted);
}

/** Streams the file: it is sent while it is being read. */
export async function auditFile(ctx: Ctx, wanted: Record<string, string>): Promise<Response> {
  const { filter, format, upTo } = await beginAuditExport(ctx, wanted);
  const encoder = new TextEncoder();
  const batches = readAuditEntries(ctx.actor, filter, upTo);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(exportHead(format))),
    async pull(controller) {
      const { value, done } = await batches.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(exportRows(format, value)));
    },
    cancel: async () => void (await batches.return(undefined)),
  });
  return new Response(body, {
    headers: {
      "Content-Type": EXPORT_TYPES[format],
      "Content-Disposition": `attachment; filename="samplemind-audit-${upTo}.${format}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
