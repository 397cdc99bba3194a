import { type SQL, sql } from "drizzle-orm";
import type { Kind } from "@/lib/search/words/schema";

// For queries that call `search_documents` by the name of `d`, as the indexes of orders begin.

/** The owner's samples of these kinds. */
export const ofKindsSql = (ownerId: string, kinds: readonly Kind[]): SQL =>
  sql`d.owner_id = ${ownerId}::uuid and d.kind = any(${sql.param([...kinds])}::text[]) and not d.is_deleted`;

/** The same of one kind, which come in the order of the index. */
export const ofKindSql = (ownerId: string, kind: Kind): SQL =>
  sql`d.owner_id = ${ownerId}::uuid and d.kind = ${kind}::text and not d.is_deleted`;
