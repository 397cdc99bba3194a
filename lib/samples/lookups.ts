import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sampleCorrections } from "@/db/schema/sample-corrections";
import { samples } from "@/db/schema/samples";
import { effectiveTags } from "./effective-values";

/** The sample's tags, if these were the measured ones. Empty if there is no such sample. */
export async function findEffectiveTags(sampleId: string, measured: readonly string[]): Promise<string[]> {
  const [row] = await db()
    .select({ tags: effectiveTags(sql`${sql.param(measured)}::text[]`) })
    .from(samples)
    .leftJoin(sampleCorrections, eq(sampleCorrections.sampleId, samples.id))
    .where(eq(samples.id, sampleId));
  return row?.tags ?? [];
}
