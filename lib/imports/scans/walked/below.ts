import { or, type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** Whether a path in the database is below one of these folders. */
export function isBelowIn(path: SQLWrapper, folders: readonly Buffer[]): SQL {
  const parts = folders.map((folder) => {
    const prefix = Buffer.concat([folder, Buffer.from("/")]);
    return sql`substring(${path} from 1 for ${prefix.length}) = ${prefix}`;
  });
  return or(...parts) ?? sql`false`;
}
