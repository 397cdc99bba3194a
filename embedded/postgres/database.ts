import { realpathSync } from "node:fs";
import postgres from "postgres";
import { SUPERUSER } from "./cluster";

const DATABASE_NAME = "samplemind";

/** Address of one database of the local server. */
export function databaseUrl(port: number, password: string, database: string = DATABASE_NAME): string {
  return `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

export type Answer = "ready" | "no_database" | "wrong_password" | "not_ready";

const CODES: Record<string, Answer> = { "3D000": "no_database", "28P01": "wrong_password" };

/** Asks the server at `url` one question, and whether its data directory is the one expected. */
export async function askServer(url: string, dataDirectory: string): Promise<Answer> {
  const sql = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => {} });
  try {
    const [row] = await sql<{ directory: string }[]>`select current_setting('data_directory') as directory`;
    return row && realpathSync(row.directory) === realpathSync(dataDirectory) ? "ready" : "not_ready";
  } catch (error) {
    return CODES[(error as { code?: string }).code ?? ""] ?? "not_ready";
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {});
  }
}

/** Creates the application's database, unless a concurrent start did. */
export async function createDatabase(port: number, password: string): Promise<void> {
  const sql = postgres(databaseUrl(port, password, "postgres"), { max: 1, onnotice: () => {} });
  try {
    await sql`create database ${sql(DATABASE_NAME)}`;
  } catch (error) {
    if ((error as { code?: string }).code !== "42P04") throw error;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
