import "server-only";
import { PlannedOnce } from "@/db/planned-once";

/** Where a hit stands beside others. */
export interface Place {
  folder: string;
  /** The same for copies of the same bytes. */
  sha256: string;
}

const places = new PlannedOnce<Place & { id: string }>(
  "places of samples",
  `select id, folder_path as folder, sha256 from samples
   where id = any($2::uuid[]) and owner_id = $1::uuid and deleted_at is null`,
);

/** Of those of these samples that are this owner's and not deleted. */
export async function findPlaces(owner: string, ids: readonly string[]): Promise<Map<string, Place>> {
  if (ids.length === 0) return new Map();
  return new Map((await places.rows(owner, ids)).map((row) => [row.id, row]));
}

/** Those of these ids that are no samples of this owner. */
export async function findMissing(owner: string, ids: readonly string[]): Promise<string[]> {
  const found = await findPlaces(owner, ids);
  return ids.filter((id) => !found.has(id));
}
