import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";

export type Database = PostgresJsDatabase<Record<string, never>>;
/** Either the pool or an open transaction: what a query needs. */
export type Executor = Database | Parameters<Parameters<Database["transaction"]>[0]>[0];

// Hot reload evaluates this module again and again; one pool must survive it.
const shared = globalThis as unknown as { samplemindSql?: postgres.Sql };

export function sqlClient(): postgres.Sql {
  shared.samplemindSql ??= postgres(env.DATABASE_URL, { max: 10, connect_timeout: 5, onnotice: () => {} });
  return shared.samplemindSql;
}

let database: Database | undefined;

export function db(): Database {
  database ??= drizzle(sqlClient(), { casing: "snake_case" });
  return database;
}
