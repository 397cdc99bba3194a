import { type SQL, sql } from "drizzle-orm";

/**
 * Whether a sample has a duplicate that is not in the trash: the same bytes or the same recording, not what is nearly
 * the same. The query must have `samples`. Triggers queue the documents of all samples of a group when it changes.
 */
export const hasDuplicate: SQL<boolean> = sql<boolean>`exists (
  select from sample_duplicates mine
  join sample_duplicates other on other.group_id = mine.group_id and other.sample_id <> mine.sample_id
  join samples twin on twin.id = other.sample_id and twin.deleted_at is null
  where mine.sample_id = samples.id and mine.level = 'recording'
)`;
