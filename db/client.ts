import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { env } from "@/lib/env";

export type Database = NodePgDatabase<Record<string, never>>;
/** Either the pool or an open transaction: what a query needs. */
export type Executor = Database | Parameters<Parameters<Database["transaction"]>[0]>[0];

const CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 5_000;

// Hot reload evaluates this module again and again; one pool must survive it.
const shared = globalThis as unknown as { samplemindPool?: pg.Pool };

/** No connection could be had. The driver says a refusal with a code and a time-out with none; here both have one. */
class ConnectionFailedError extends Error {
  readonly code = "CONNECTION_FAILED";
}

function createPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: "samplemind",
  });
  // Without a listener a connection that breaks would end the process. Whoever uses it is told by their statement.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

export function databasePool(): pg.Pool {
  shared.samplemindPool ??= createPool();
  return shared.samplemindPool;
}

/** One connection for a purpose of its own, such as LISTEN. The caller ends it. */
export async function connectAlone(): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: env.DATABASE_URL,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: "samplemind-listener",
  });
  client.on("error", () => undefined);
  await client.connect().catch((cause: unknown) => {
    throw new ConnectionFailedError("no connection to the database", { cause });
  });
  return client;
}

let database: Database | undefined;

export function db(): Database {
  database ??= drizzle(databasePool(), { casing: "snake_case" });
  return database;
}
