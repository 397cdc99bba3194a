import "server-only";
import { asc, gt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema/audit-entries";
import { type ChainedEntry, type ChainFault, ChainWalk, type NotedHead } from "./chain";

const BATCH = 1_000;

const chainColumns = {
  seq: auditEntries.seq,
  atMicros: sql<string>`(extract(epoch from ${auditEntries.at}) * 1000000)::bigint::text`,
  actorKind: auditEntries.actorKind,
  actorId: auditEntries.actorId,
  apiKeyId: auditEntries.apiKeyId,
  action: auditEntries.action,
  targetType: auditEntries.targetType,
  targetId: auditEntries.targetId,
  address: auditEntries.address,
  userAgent: auditEntries.userAgent,
  requestId: auditEntries.requestId,
  beforeText: sql<string | null>`${auditEntries.before}::text`,
  afterText: sql<string | null>`${auditEntries.after}::text`,
  previousHash: auditEntries.previousHash,
  hash: auditEntries.hash,
};

/** Entries after `seq`, in order. */
async function readChain(afterSeq: number): Promise<ChainedEntry[]> {
  return db()
    .select(chainColumns)
    .from(auditEntries)
    .where(gt(auditEntries.seq, afterSeq))
    .orderBy(asc(auditEntries.seq))
    .limit(BATCH);
}

export interface ChainVerdict {
  count: number;
  /** Where the chain ends. Note it somewhere else: nothing else shows that the end was cut off. */
  head: NotedHead;
  /** The first few. `faultCount` is their total. */
  faults: ChainFault[];
  faultCount: number;
}

const FAULTS_LISTED = 20;

/** Checks every entry and reports what was altered or removed. `noted` is an earlier head. */
export async function verifyChain(noted: NotedHead | null = null): Promise<ChainVerdict> {
  const walk = new ChainWalk(noted);
  const faults: ChainFault[] = [];
  let faultCount = 0;
  const report = (found: ChainFault[]) => {
    faultCount += found.length;
    faults.push(...found.slice(0, FAULTS_LISTED - faults.length));
  };
  let afterSeq = 0;
  for (;;) {
    const entries = await readChain(afterSeq);
    for (const entry of entries) report(walk.push(entry));
    const last = entries.at(-1);
    if (!last) break;
    afterSeq = last.seq;
  }
  report(walk.finish());
  return { count: walk.count, head: walk.head, faults, faultCount };
}
