import { customType } from "drizzle-orm/pg-core";

/** Postgres's own type for full-text search. Read it only in SQL. */
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
