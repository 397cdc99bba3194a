import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";

/** The record of a sample, if it is about these bytes. */
export async function findAnalysisRecord(sampleId: string, sha256: string): Promise<AnalysisRecord | null> {
  const [found] = await db()
    .select({ record: analyses.record })
    .from(analyses)
    .where(and(eq(analyses.sampleId, sampleId), eq(analyses.sha256, sha256)));
  return (found?.record as AnalysisRecord | undefined) ?? null;
}
