import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { cardOf } from "@/lib/gallery/card";
import { FITTING_ITEMS } from "@/lib/gallery/constants";
import { listShown } from "@/lib/gallery/listing/lookups";
import type { CardItem } from "@/lib/gallery/schema";
import type { ActorId } from "@/lib/identity/actor";
import type { KeyLike } from "@/lib/music/keys";
import { formatCamelot } from "@/lib/music/notation";
import { parseQuery } from "@/lib/search-query/parse";
import { fittingKeys } from "@/lib/similarity/fits/key-fit";

export interface Fitting {
  sample: { id: string; fileName: string; key: KeyLike };
  items: CardItem[];
}

/** What others show in keys that go with this person's last loop or track that has one. Null if there is nothing. */
export async function findFitting(owner: ActorId): Promise<Fitting | null> {
  const { rows } = await db().execute<{ id: string; fileName: string; tonic: number; mode: "major" | "minor" }>(sql`
    select l.* from unnest(array['loop', 'track']) k cross join lateral (
      select s.id, s.file_name as "fileName", d.key_tonic as tonic, d.key_mode as mode, d.added_at
      from search_documents d join samples s on s.id = d.sample_id and s.deleted_at is null
      where d.owner_id = ${owner} and not d.is_deleted and d.kind = k
        and d.key_tonic is not null and d.key_mode is not null
      order by d.added_at desc, d.sample_id desc limit 1) l
    order by l.added_at desc limit 1`);
  const [last] = rows;
  if (!last) return null;
  const { id, fileName, tonic, mode } = last;
  const keys = fittingKeys({ tonic, mode }, 0).map(formatCamelot);
  const query = parseQuery(`key:${keys.join()}`);
  const { items } = await listShown({ query, exceptOwnerId: owner, after: null, limit: FITTING_ITEMS });
  return items.length > 0 ? { sample: { id, fileName, key: { tonic, mode } }, items: items.map(cardOf) } : null;
}
