import "server-only";
import { eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { sampleCorrections } from "@/db/schema/sample-corrections";
import { users } from "@/db/schema/users";
import { NO_CORRECTIONS, type SampleCorrections } from "./schema";

const [bpmUsers, keyUsers, kindUsers, gridUsers] = [
  alias(users, "bpm_users"),
  alias(users, "key_users"),
  alias(users, "kind_users"),
  alias(users, "grid_users"),
];

/** What was corrected in a sample, with the names of who did it, as `viewerId` sees them. */
export async function findCorrections(sampleId: string, viewerId: string): Promise<SampleCorrections> {
  const [row] = await db()
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
    .where(eq(sampleCorrections.sampleId, sampleId));
  if (!row) return NO_CORRECTIONS;
  const correction = <Value>(at: Date | null, by: Someone | null, value: Value) =>
    at && { value, by: by && { ...by, isYou: by.id === viewerId }, at: at.toISOString() };
  const { bpm, bpmAt, keyTonic: tonic, keyMode: mode, keyAt, kind, kindAt, gridAt } = row.stored;
  const { gridShiftBeats: shiftBeats, gridOffsetMs: offsetMs } = row.stored;
  return {
    bpm: correction(bpmAt, row.bpmBy, bpm),
    key: correction(keyAt, row.keyBy, tonic === null || mode === null ? null : { tonic, mode }),
    kind: correction(kindAt, row.kindBy, kind),
    grid: correction(gridAt, row.gridBy, shiftBeats === null || offsetMs === null ? null : { shiftBeats, offsetMs }),
  };
}

interface Someone {
  id: string;
  name: string;
}
