import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { collectionItems, collectionMembers, collections } from "@/db/schema/collections";
import { samples } from "@/db/schema/samples";
import { users } from "@/db/schema/users";
import type { CollectionRole } from "./schema";

/** What a person may do in a collection; null if nothing. The query must have `collections`. */
export const roleOf = (viewerId: string) => sql<CollectionRole | null>`case
  when ${collections.ownerId} = ${viewerId} then 'owner'
  else (select member.role from ${collectionMembers} member
    where member.collection_id = ${collections.id} and member.user_id = ${viewerId}) end`;

/**
 * Whether whoever added an item is still one of those who share the collection, with an account that is neither suspended
 * nor about to be deleted. Needs `collections` and its items.
 */
export const isAddersOwn: SQL = sql`(${collectionItems.addedBy} = ${samples.ownerId} and (
  ${collectionItems.addedBy} = ${collections.ownerId} or exists (
    select from ${collectionMembers} adder
    where adder.collection_id = ${collections.id} and adder.user_id = ${collectionItems.addedBy})))
  and exists (select from ${users} account where account.id = ${collectionItems.addedBy}
    and account.suspended_at is null and account.deletion_requested_at is null)`;
