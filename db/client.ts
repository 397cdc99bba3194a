import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { env } from "@/lib/env";

export type Database = NodePgDatabase<Record<string, never>>;
/** The pool or an open transaction: anything that can run a query. */
export type Executor = Database | Parameters<Parameters<Database["transaction"]>[0]>[0];

const CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 5_000;

// Hot reload evaluates this module many times, but there must be only one pool.
const shared = globalThis as unknown as { samplemindPool?: pg.Pool };

/**
 * No connection could be made. The driver's error has a code for a refusal but none for a time-out; this one always
 * has.
 */
class ConnectionFailedError extends Error {
  readonly code = "CONNECTION_FAILED";
}

/** A transaction takes its connection from here. If none is free in time, the caller learns that the database is away. */
class ApplicationPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Parameters<pg.Pool["connect"]>[0]): void;
  override connect(callback?: Parameters<pg.Pool["connect"]>[0]): Promise<pg.PoolClient> | undefined {
    if (callback) {
      super.connect(callback);
      return undefined;
    }
    return super.connect().catch((cause: unknown) => {
      throw new ConnectionFailedError("no connection to the database", { cause });
    });
  }
}

function createPool(): pg.Pool {
  const pool = new ApplicationPool({
    connectionString: env.DATABASE_URL,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: "samplemind",
  });
  // Without these listeners, a broken connection would end the process. Whoever uses the connection gets the error from
  // their statement.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

export function databasePool(): pg.Pool {
  shared.samplemindPool ??= createPool();
  return shared.samplemindPool;
}

/** A single connection for a special purpose such as LISTEN. The caller must end it. */
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
