import { realpathSync } from "node:fs";
import pg from "pg";
import { SUPERUSER } from "./cluster";

const DATABASE_NAME = "samplemind";

/** The address of one database of the local server. */
export function databaseUrl(port: number, password: string, database: string = DATABASE_NAME): string {
  return `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Owns no table. Each migration grants it what it needs. */
const APPLICATION_ROLE = "samplemind_app";

/** The address at which the application itself signs in to its database. */
export function applicationUrl(port: number, password: string): string {
  return `postgres://${APPLICATION_ROLE}:${encodeURIComponent(password)}@127.0.0.1:${port}/${DATABASE_NAME}`;
}

export type Answer = "ready" | "no_database" | "wrong_password" | "not_ready";

const CODES: Record<string, Answer> = { "3D000": "no_database", "28P01": "wrong_password" };

const CONNECT_TIMEOUT_MS = 3_000;

/** Runs `work` on a connection of its own. If the connection breaks, the statement that was running throws. */
async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Asks the server at `url` one question, and checks whether its data directory is the expected one. */
export async function askServer(url: string, dataDirectory: string): Promise<Answer> {
  try {
    return await withConnection(url, async (client) => {
      const { rows } = await client.query<{ directory: string }>(
        "select current_setting('data_directory') as directory",
      );
      const directory = rows[0]?.directory;
      return directory && realpathSync(directory) === realpathSync(dataDirectory) ? "ready" : "not_ready";
    });
  } catch (error) {
    return CODES[(error as { code?: string }).code ?? ""] ?? "not_ready";
  }
}

/** Creates the application's database, unless a concurrent start has done so. */
export async function createDatabase(port: number, password: string): Promise<void> {
  try {
    await withConnection(databaseUrl(port, password, "postgres"), (client) =>
      client.query(`create database ${pg.escapeIdentifier(DATABASE_NAME)}`),
    );
  } catch (error) {
    if ((error as { code?: string }).code !== "42P04") throw error;
  }
}
