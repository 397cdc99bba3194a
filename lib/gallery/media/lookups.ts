import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { underPresentRules } from "@/lib/analysis/derived/present-rules";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { ShownPublication } from "@/lib/gallery/lookups";
import { previewSeconds } from "@/lib/gallery/preview/rule";
import { findCorrections } from "@/lib/samples/corrections/lookups";
import { factsUpTo, type PictureFacts, pictureFactsOf } from "@/lib/samples/picture-facts";

/** What a picture of a public sound is drawn from, as far as it is heard. Null if its analysis is gone. */
export async function findPictureFacts(item: ShownPublication): Promise<PictureFacts | null> {
  const [row] = await db()
    .select({ record: sql<AnalysisRecord>`${analyses.record}` })
    .from(analyses)
    .where(eq(analyses.sampleId, item.sampleId));
  if (!row) return null;
  const corrections = await findCorrections(item.sampleId, item.ownerId);
  return factsUpTo(pictureFactsOf(underPresentRules(row.record), corrections), previewSeconds(item));
}
