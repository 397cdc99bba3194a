import "server-only";
import { eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { sampleCorrections } from "@/db/schema/sample-corrections";
import { users } from "@/db/schema/users";
import { NO_CORRECTIONS } from "./no-corrections";
import type { SampleCorrections } from "./schema";

const [bpmUsers, keyUsers, kindUsers, gridUsers] = [
  alias(users, "bpm_users"),
  alias(users, "key_users"),
  alias(users, "kind_users"),
  alias(users, "grid_users"),
];

/** What was corrected in a sample, with the names of who did it, as `viewerId` sees them. */
export async function findCorrections(sampleId: string, viewerId: string): Promise<SampleCorrections> {
  return (await findCorrectionsOf([sampleId], viewerId)).get(sampleId) ?? NO_CORRECTIONS;
}

/** The same of many samples. Those in which nothing is corrected are left out. */
export async function findCorrectionsOf(
  sampleIds: readonly string[],
  viewerId: string,
): Promise<Map<string, SampleCorrections>> {
  if (sampleIds.length === 0) return new Map();
  const rows = await db()
    .select({
      stored: sampleCorrections,
      bpmBy: { id: bpmUsers.id, name: bpmUsers.name },
      keyBy: { id: keyUsers.id, name: keyUsers.name },
      kindBy: { id: kindUsers.id, name: kindUsers.name },
      gridBy: { id: gridUsers.id, name: gridUsers.name },
    })
    .from(sampleCorrections)
    .leftJoin(bpmUsers, eq(bpmUsers.id, sampleCorrections.bpmBy))
    .leftJoin(keyUsers, eq(keyUsers.id, sampleCorrections.keyBy))
    .leftJoin(kindUsers, eq(kindUsers.id, sampleCorrections.kindBy))
    .leftJoin(gridUsers, eq(gridUsers.id, sampleCorrections.gridBy))
    .where(inArray(sampleCorrections.sampleId, [...sampleIds]));
  const correction = <Value>(at: Date | null, by: Someone | null, value: Value) =>
    at && { value, by: by && { ...by, isYou: by.id === viewerId }, at: at.toISOString() };
  return new Map(
    rows.map(({ stored, bpmBy, keyBy, kindBy, gridBy }) => {
      const { bpm, bpmAt, keyTonic: tonic, keyMode: mode, keyAt, kind, kindAt, gridAt } = stored;
      const { gridShiftBeats: shiftBeats, gridOffsetMs: offsetMs } = stored;
      const corrections = {
        bpm: correction(bpmAt, bpmBy, bpm),
        key: correction(keyAt, keyBy, tonic === null || mode === null ? null : { tonic, mode }),
        kind: correction(kindAt, kindBy, kind),
        grid: correction(gridAt, gridBy, shiftBeats === null || offsetMs === null ? null : { shiftBeats, offsetMs }),
      };
      return [stored.sampleId, corrections];
    }),
  );
}

interface Someone {
  id: string;
  name: string;
}
