import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import postgres, { type Sql } from "postgres";
import { applicationVariables } from "@/bench/processes/application-variables";
import { BenchChild } from "@/bench/processes/child-process";
import { migrateDatabase } from "@/bench/processes/migrate-database";
import { freePort } from "@/embedded/ports";
import { databaseUrl } from "@/embedded/postgres/database";
import { startPostgres } from "@/embedded/postgres/server";
import type { DocumentsReply, DocumentsRequest } from "./documents-child";
import type { LibraryOptions } from "./library";
import { type LoadReport, loadLibrary } from "./load-library";

/** Raise it when the same options give another library: kept ones are then made anew. */
const GENERATOR_VERSION = 1;
const COMPLETE = "complete";
const DOCUMENTS_MS = 3_600_000;

export interface Library {
  /** As the owner of the tables. */
  url: string;
  /** As the application signs in. */
  applicationUrl: string;
  /** Null if it was kept from an earlier run. */
  load: LoadReport | null;
  /** How many search documents were made without the indexer. */
  documents: { documents: number; seconds: number };
}

export interface LibraryServer {
  /** The library with these options: kept, or generated now. Its schema is brought up to date. */
  open(options: LibraryOptions): Promise<Library>;
  /** A server in a temporary folder is deleted. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded Postgres with the settings of an installation, on a free port.
 * @param keep folder to keep the libraries in for the next run; without it they are deleted at the end.
 */
export async function startLibraryServer({
  keep,
  port,
}: {
  keep?: string | undefined;
  port?: number | undefined;
}): Promise<LibraryServer> {
  const directory = keep ? resolve(keep) : mkdtempSync(join(tmpdir(), "samplemind-libraries-"));
  mkdirSync(directory, { recursive: true });
  // Root's temporary folders are private, and the server does not run as root.
  chmodSync(directory, 0o711);
  const password = keptPassword(join(directory, "password"));
  const server = await startPostgres({
    directory: join(directory, "postgres"),
    port: port ?? (await freePort()),
    password,
  });
  const urlOf = (name: string) => databaseUrl(server.port, password, name);
  return {
    open: (options) => openLibrary(urlOf, options),
    async stop() {
      await server.stop();
      if (!keep) rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Libraries on a Postgres that somebody else runs. Its role must be a superuser, who may turn triggers off. */
export function foreignLibraryServer(url: string): LibraryServer {
  const urlOf = (name: string) => Object.assign(new URL(url), { pathname: name }).href;
  return { open: (options) => openLibrary(urlOf, options), stop: async () => undefined };
}

/** The server asks the second run for the password of the first. */
function keptPassword(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(12).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

async function openLibrary(urlOf: (name: string) => string, options: LibraryOptions): Promise<Library> {
  const { rows, seed, spread } = options;
  const name = `library_${rows}_${spread}_${seed}`;
  const url = urlOf(name);
  const applicationUrl = Object.assign(new URL(url), { username: "samplemind_app" }).href;
  const admin = postgres(urlOf("postgres"), { max: 1, onnotice: () => {} });
  try {
    const isKept = (await stateOf(admin, name)) === `${COMPLETE} ${GENERATOR_VERSION}`;
    if (!isKept) {
      await admin`drop database if exists ${admin(name)} with (force)`;
      await admin`create database ${admin(name)}`;
    }
    await migrateDatabase(url, applicationUrl);
    const load = isKept ? null : await loadLibrary(url, options);
    await admin.unsafe(`comment on database ${name} is '${COMPLETE} ${GENERATOR_VERSION}'`);
    const documents = await makeDocuments(url, applicationUrl);
    return { url, applicationUrl, load, documents };
  } finally {
    await admin.end();
  }
}

async function makeDocuments(url: string, applicationUrl: string): Promise<Library["documents"]> {
  const child = new BenchChild<DocumentsRequest, DocumentsReply>(
    "bench/data/documents-child.ts",
    DOCUMENTS_MS,
    applicationVariables(applicationUrl),
  );
  try {
    const reply = await child.ask({ url });
    if (reply.type === "ready") throw new Error("no documents were made");
    return reply;
  } finally {
    child.close();
  }
}

/** What `comment on database` has said of it; a library whose loading was interrupted has no comment. */
async function stateOf(admin: Sql, name: string): Promise<string | null> {
  const [row] = await admin<{ state: string | null }[]>`
    select shobj_description(oid, 'pg_database') as state from pg_database where datname = ${name}`;
  return row?.state ?? null;
}
