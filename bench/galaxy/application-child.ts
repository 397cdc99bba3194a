import { sql } from "drizzle-orm";
import { LibraryCaller } from "@/bench/library/caller";
import { quantile } from "@/bench/search/quantile";
import { asSystem } from "@/lib/audit/sources";
import { env } from "@/lib/env";
import { GALAXY_REVISION } from "@/lib/galaxy/constants";
import { followGalaxy, layOutGalaxy, noteChanges } from "@/lib/galaxy/jobs";
import { decodeGalaxy } from "@/lib/galaxy/schema";
import { indexStatistics } from "@/lib/similarity/data";
import { startIndex } from "@/lib/similarity/index-process/client";
import { inTransaction } from "@/lib/work/unit-of-work";
import type { AnswerFigures, ApplicationReply, ApplicationRequest } from "./protocol";

// A process of the application without its pages, with the process that has the index of sounds.

const REPEATS = 15;
const INDEX_MS = 120_000;

async function measure({ owner }: ApplicationRequest): Promise<AnswerFigures> {
  await forget(owner.id);
  await noteChanges();
  await followGalaxy(owner.id);
  const startedAt = performance.now();
  if ((await layOutGalaxy(owner.id)) === null) throw new Error("nothing was laid out");
  const jobSeconds = (performance.now() - startedAt) / 1000;
  await indexReady();
  const caller = await LibraryCaller.of(owner.id);
  const bytes = await (await caller.open("/galaxy")).arrayBuffer();
  const { count, ids } = decodeGalaxy(bytes);
  const [from, to] = [idAt(ids, 0), idAt(ids, count - 1)];
  const labels = await caller.get<{ data: { regions: { text: string }[] } }>("/galaxy/labels");
  return {
    points: count,
    jobSeconds,
    bytes: bytes.byteLength,
    pointsMs: await times(async () => (await caller.open("/galaxy")).arrayBuffer()),
    labelsMs: await times(() => caller.get("/galaxy/labels")),
    pathMs: await times(() => caller.get("/galaxy/path", { from, to })),
    regions: labels.data.regions.map(({ text }) => text),
  };
}

/** A library that was kept from another run has places already. */
function forget(ownerId: string): Promise<void> {
  return inTransaction(asSystem(), async ({ tx }) => {
    await tx.execute(sql`delete from galaxy_points where owner_id = ${ownerId}`);
    await tx.execute(sql`delete from galaxies where owner_id = ${ownerId}`);
    await tx.execute(sql`delete from system_settings where name = ${GALAXY_REVISION}`);
  });
}

async function indexReady(): Promise<void> {
  startIndex(env.DATABASE_URL);
  const until = performance.now() + INDEX_MS;
  while (indexStatistics().status !== "ready") {
    if (performance.now() > until) throw new Error("the index of sounds did not become ready");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function times(call: () => Promise<unknown>): Promise<[number, number]> {
  await call();
  const taken: number[] = [];
  for (let i = 0; i < REPEATS; i++) {
    const startedAt = performance.now();
    await call();
    taken.push(performance.now() - startedAt);
  }
  return [quantile(taken, 0.5), Math.max(...taken)];
}

function idAt(ids: Uint8Array, index: number): string {
  const hex = Buffer.from(ids.subarray(index * 16, index * 16 + 16)).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const answer = (message: ApplicationReply) => process.send?.(message);
process.on("message", (request: ApplicationRequest) => {
  measure(request).then(
    (figures) => answer({ type: "measured", figures }),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      process.exit(1);
    },
  );
});
answer({ type: "ready" });
