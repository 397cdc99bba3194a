import { sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { env } from "@/lib/env";
import { keepValuesOutOfErrors } from "./failing-statements";

export type Database = NodePgDatabase<Record<string, never>>;
/** The pool or an open transaction: anything that can run a query. */
export type Executor = Database | Parameters<Parameters<Database["transaction"]>[0]>[0];

const CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 5_000;
/** A statement that takes longer is ended by the server, so that it cannot hold its connection and locks for ever. */
const STATEMENT_SECONDS = 30;
/** For jobs that go through whole tables. */
const LONG_STATEMENT_SECONDS = 15 * 60;

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

/** A statement, not a start parameter, because some poolers refuse connections with parameters they do not know. */
const limitStatements = (client: pg.ClientBase) =>
  // Our questions are short. Compiling one to machine code takes longer than answering it.
  client.query(`set statement_timeout = '${STATEMENT_SECONDS}s'; set jit = off`);

function createPool(): pg.Pool {
  const pool = new ApplicationPool({
    connectionString: env.DATABASE_URL,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: "samplemind",
    onConnect: limitStatements,
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
  if (!database) {
    keepValuesOutOfErrors();
    database = drizzle(databasePool(), { casing: "snake_case" });
  }
  return database;
}

/** A transaction whose statements may take long. Only for jobs: no person and no page should have to wait for one. */
export function inLongTransaction<T>(body: (tx: Executor) => Promise<T>): Promise<T> {
  return db().transaction(async (tx) => {
    await allowLongStatements(tx);
    return body(tx);
  });
}

/** The same for a transaction that is already open. */
export async function allowLongStatements(tx: Executor): Promise<void> {
  await tx.execute(sql.raw(`set local statement_timeout = '${LONG_STATEMENT_SECONDS}s'`));
}
