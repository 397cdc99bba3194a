import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";

/** The rows of a statement, and how many it returned or changed. */
type Rows<Row> = Row[] & { count: number };

/** Runs one statement. Every interpolated value becomes a parameter, never part of the text. */
export type Queryable = <Row = Record<string, unknown>>(
  text: TemplateStringsArray,
  ...values: unknown[]
) => Promise<Rows<Row>>;

interface Transaction extends Queryable {
  /** Runs statements without parameters, separated by semicolons. */
  script(text: string): Promise<void>;
}

export interface Database extends Queryable {
  /** Runs `work` in one transaction on one connection, so that all or none of it happens. */
  begin<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

/** The database could not be reached, or the connection broke before its answer came. */
class DatabaseAwayError extends Error {
  override readonly name = "DatabaseAwayError";
}

type Connection = Pick<pg.PoolClient, "query">;

/** A pool on the executor's schema. A broken connection is discarded, and the next statement opens another. */
export function connect(databaseUrl: string): Database {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 12,
    connectionTimeoutMillis: 5000,
    query_timeout: 60_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    application_name: "samplemind-executor",
    options: "-c search_path=inngest_embedded",
  });
  // Without a listener a broken connection would end the process. The statement that uses it fails in any case.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return Object.assign(statementsOn(pool), {
    begin: <T>(work: (tx: Transaction) => Promise<T>) => inTransaction(pool, work),
    end: () => pool.end(),
  });
}

/** Each connection prepares a statement once, under a name for its place in the code. */
const names = new WeakMap<TemplateStringsArray, { name: string; text: string }>();
let named = 0;

function prepare(strings: TemplateStringsArray): { name: string; text: string } {
  const known = names.get(strings);
  if (known) return known;
  named += 1;
  const text = strings.reduce((whole, part, index) => (index === 0 ? part : `${whole}$${index}${part}`), "");
  const prepared = { name: `statement_${named}`, text };
  names.set(strings, prepared);
  return prepared;
}

function statementsOn(connection: Connection): Queryable {
  return async <Row>(strings: TemplateStringsArray, ...values: unknown[]) => {
    const result = await answered(() => connection.query({ ...prepare(strings), values }));
    return Object.assign(result.rows as Row[], { count: result.rowCount ?? 0 });
  };
}

/** An error that does not come from the server itself means trouble with the connection. */
async function answered<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof pg.DatabaseError) throw error;
    throw new DatabaseAwayError("the database did not answer", { cause: error });
  }
}

async function inTransaction<T>(pool: pg.Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await answered(() => pool.connect());
  const tx = Object.assign(statementsOn(client), {
    script: async (text: string) => void (await answered(() => client.query(text))),
  });
  try {
    await tx`begin`;
    const value = await work(tx);
    await tx`commit`;
    client.release();
    return value;
  } catch (error) {
    const usable = await tx`rollback`.then(
      () => true,
      () => false,
    );
    client.release(!usable);
    throw error;
  }
}

// Connection errors, rollbacks (deadlock, serialization), too many connections, and a server that stops or starts.
const transientClasses = ["08", "40", "53", "57", "58", "25P03"];

/** Whether the same statement could succeed a moment later. */
export function isTransient(error: unknown): boolean {
  if (error instanceof DatabaseAwayError) return true;
  return error instanceof pg.DatabaseError && transientClasses.some((prefix) => error.code?.startsWith(prefix));
}

/**
 * Repeats `work` while the database is down, until `signal` aborts or `limitMs` have passed.
 * @throws what `work` threw last
 */
export async function withRetry<T>(
  work: () => Promise<T>,
  { signal, limitMs = Number.POSITIVE_INFINITY }: { signal?: AbortSignal; limitMs?: number } = {},
): Promise<T> {
  const startedMs = Date.now();
  for (let round = 0; ; round++) {
    try {
      return await work();
    } catch (error) {
      const waitMs = Math.min(50 * 2 ** round, 500);
      if (!isTransient(error) || signal?.aborted || Date.now() + waitMs - startedMs > limitMs) throw error;
      await delay(waitMs);
    }
  }
}
