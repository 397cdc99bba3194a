import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { overviewText } from "@/lib/analysis/record/overview";
import { decodePeaks, PeaksFormatError } from "@/lib/analysis/record/peaks-format";
import { readObjectRange } from "@/lib/platform/s3";
import { heardInstruments } from "@/lib/samples/effective-values";

/** More than any waveform has. */
const PEAKS_BYTES_MAX = 1024 * 1024;
const NONE = "";

/** Waveforms whose rows have no short one yet, each once. */
export async function listUndrawn(limit: number): Promise<string[]> {
  const rows = await db()
    .select({ peaksKey: analyses.peaksKey })
    .from(analyses)
    .where(isNull(analyses.overview))
    .orderBy(analyses.sampleId)
    .limit(limit);
  return [...new Set(rows.map(({ peaksKey }) => peaksKey))];
}

/**
 * Draws the short waveforms of these, for all samples that share them, and notes what is heard in each. A waveform that is
 * lost or broken gives none. Returns how many rows were written.
 */
export async function drawOverviews(peaksKeys: readonly string[]): Promise<number> {
  let written = 0;
  for (const peaksKey of peaksKeys) {
    const overview = await drawn(peaksKey);
    const { rowCount } = await db()
      .update(analyses)
      .set({ overview, instruments: heardInstruments })
      .where(and(eq(analyses.peaksKey, peaksKey), isNull(analyses.overview)));
    written += rowCount ?? 0;
  }
  return written;
}

async function drawn(peaksKey: string): Promise<string> {
  const bytes = await readObjectRange(peaksKey, { offsetBytes: 0, lengthBytes: PEAKS_BYTES_MAX });
  if (!bytes) return NONE;
  try {
    return overviewText(decodePeaks(new Uint8Array(bytes).buffer));
  } catch (error) {
    if (error instanceof PeaksFormatError || error instanceof RangeError) return NONE;
    throw error;
  }
}
