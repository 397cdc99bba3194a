import "server-only";
import { eq, sql } from "drizzle-orm";
import { allowLongStatements } from "@/db/client";
import { galaxies } from "@/db/schema/galaxies";
import type { Work } from "@/lib/work/unit-of-work";

const ROWS_A_STATEMENT = 2000;

export interface Placed {
  sampleId: string;
  sound: number;
  x: number;
  y: number;
  z: number;
}

/** Holds a galaxy until the end of the transaction. False if it is not of this layout any more. */
export async function holdLayout({ tx }: Work, ownerId: string, layout: number): Promise<boolean> {
  const [row] = await tx
    .select({ layout: galaxies.layout })
    .from(galaxies)
    .where(eq(galaxies.ownerId, ownerId))
    .for("update");
  return row?.layout === layout;
}

/** Gives samples their places. What has been deleted in the meantime, or is somebody else's, gets none. */
export async function writePlaces(
  { tx }: Work,
  ownerId: string,
  placed: readonly Placed[],
  isAdded: boolean,
): Promise<void> {
  for (let from = 0; from < placed.length; from += ROWS_A_STATEMENT) {
    const rows = JSON.stringify(placed.slice(from, from + ROWS_A_STATEMENT));
    await tx.execute(sql`
      insert into galaxy_points as p (sample_id, owner_id, x, y, z, sound, is_added)
      select s.id, s.owner_id, made.x, made.y, made.z, made.sound, ${isAdded}
      from json_to_recordset(${rows}::json) as made ("sampleId" uuid, x real, y real, z real, sound int)
      join samples s on s.id = made."sampleId" and s.owner_id = ${ownerId}
      on conflict (sample_id) do update set x = excluded.x, y = excluded.y, z = excluded.z, sound = excluded.sound,
        is_added = excluded.is_added`);
  }
}

/**
 * Replaces a layout. Samples that were placed while it was made are placed again, as the place they had is one of the
 * layout before.
 */
export async function writeLayout(
  work: Work,
  { ownerId, layout, scale, placed }: { ownerId: string; layout: number; scale: number; placed: readonly Placed[] },
): Promise<void> {
  await allowLongStatements(work.tx);
  const ids = placed.map(({ sampleId }) => sampleId);
  await work.tx.execute(sql`
    delete from galaxy_points p where p.owner_id = ${ownerId} and not exists (
      select from unnest(${sql.param(ids)}::uuid[]) as laid_out (id) where laid_out.id = p.sample_id)`);
  await writePlaces(work, ownerId, placed, false);
  await work.tx
    .update(galaxies)
    .set({ layout: layout + 1, scale, layoutWantedAt: null, changedAt: sql`now()` })
    .where(eq(galaxies.ownerId, ownerId));
}
