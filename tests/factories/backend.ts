import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { startExecutor } from "@/embedded/inngest/executor";
import { createLog } from "@/embedded/inngest/log";
import { freePort } from "@/embedded/ports";
import { createS3Handler } from "@/embedded/s3/handler";
import { createNodeServer } from "@/embedded/s3/node-server";
import type { Ctx } from "@/lib/auth/actor";
import type { SampleRow } from "@/lib/samples/schema";
import type { UploadTicket } from "@/lib/uploads/schema";
import { startTestPostgres } from "./embedded-postgres";
import { until } from "./until";

const BUCKET = "samplemind";
const KEYS = { signingKey: "signkey-test-0123456789abcdef0123456789abcdef", eventKey: "event-key-of-the-tests" };
const STORAGE_KEYS = { accessKeyId: "test-key", secretAccessKey: "test-secret" };

export interface Person {
  userId: string;
  sessionId: string;
  email: string;
  password: string;
  cookie: string;
  ctx: Ctx;
}

/**
 * The application without its pages: the API, the durable functions and object storage on one origin, with a real
 * Postgres and a real executor. The application's modules read their variables when they are first imported,
 * so tests import them from what this returns, or dynamically after it.
 */
export async function startBackend(options: { executor?: boolean } = {}) {
  const postgres = await startTestPostgres();
  const { url: databaseUrl } = await postgres.createDatabase();
  const { url: executorDatabaseUrl } = await postgres.createDatabase({ migrated: false });
  const directory = mkdtempSync(join(tmpdir(), "samplemind-backend-"));
  let storageIsAway = false;
  let route = async (_request: Request) => new Response(null, { status: 503 });
  const server = createNodeServer((request) => route(request));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const executorPort = await freePort();
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    S3_ENDPOINT: `${origin}/s3`,
    S3_PUBLIC_ENDPOINT: "/s3",
    S3_BUCKET: BUCKET,
    S3_ACCESS_KEY_ID: STORAGE_KEYS.accessKeyId,
    S3_SECRET_ACCESS_KEY: STORAGE_KEYS.secretAccessKey,
    NEXTAUTH_SECRET: "a secret for the tests only",
    INNGEST_BASE_URL: `http://127.0.0.1:${executorPort}`,
    INNGEST_SIGNING_KEY: KEYS.signingKey,
    INNGEST_EVENT_KEY: KEYS.eventKey,
    TMPDIR: directory,
    LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
  });
  const { app } = await import("@/lib/api/app");
  const { sqlClient } = await import("@/db/client");
  const { serve } = await import("inngest/edge");
  const { inngest } = await import("@/inngest/client");
  const { functions } = await import("@/inngest/functions/all");
  const { analysisPool } = await import("@/lib/analysis/pool");
  const s3 = createS3Handler({
    directory: join(directory, "s3"),
    bucket: BUCKET,
    region: "us-east-1",
    basePath: "/s3",
    ...STORAGE_KEYS,
  });
  const durable = serve({ client: inngest, functions });
  route = async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/s3")) return storageIsAway ? new Response(null, { status: 503 }) : s3(request);
    return pathname.startsWith("/api/inngest") ? durable(request) : app.fetch(request);
  };
  await (await import("@/lib/platform/s3")).ensureBucket();

  let executor: Awaited<ReturnType<typeof startExecutor>> | null = null;
  const startTheExecutor = async () => {
    executor = await startExecutor({
      port: executorPort,
      databaseUrl: executorDatabaseUrl,
      appUrl: `${origin}/api/inngest`,
      keys: KEYS,
      backoffScale: 0.01,
      log: createLog(process.env.EXECUTOR_LOG ?? "silent"),
    });
  };
  if (options.executor !== false) await startTheExecutor();

  afterAll(async () => {
    await executor?.stop();
    analysisPool().close();
    server.closeAllConnections();
    server.close();
    await sqlClient().end({ timeout: 1 });
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  /** Calls the API as a browser of this person does; `null` is a stranger. */
  const call = (person: Person | null, path: string, init: RequestInit & { json?: unknown } = {}) => {
    const { json, ...rest } = init;
    const headers = new Headers({ origin, "x-forwarded-proto": "http" });
    if (person) headers.set("cookie", person.cookie);
    if (json !== undefined) headers.set("content-type", "application/json");
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    const body = json === undefined ? rest.body : JSON.stringify(json);
    return fetch(`${origin}${path}`, { redirect: "manual", ...rest, headers, ...(body ? { body } : {}) });
  };
  const data = async <T>(answer: Promise<Response>): Promise<T> => ((await (await answer).json()) as { data: T }).data;

  return {
    origin,
    sql: sqlClient(),
    call,
    data,
    startExecutor: startTheExecutor,
    async stopExecutor() {
      await executor?.stop();
      executor = null;
    },
    /** Until it is back every request to storage is answered 503. */
    setStorageAway(away: boolean) {
      storageIsAway = away;
    },
    /** Runs of one durable function, as the executor has them. */
    async runs(functionId: string): Promise<{ status: string }[]> {
      const connection = (await import("postgres")).default(executorDatabaseUrl, { max: 1 });
      const rows = await connection<{ status: string }[]>`
        select status from inngest_embedded.runs where function_id = ${functionId} order by id`;
      await connection.end({ timeout: 1 });
      return rows;
    },
    async objectKeys(prefix: string): Promise<string[]> {
      const { listObjects } = await import("@/lib/platform/s3");
      const keys: string[] = [];
      for await (const { key } of listObjects(prefix)) keys.push(key);
      return keys;
    },
    /** A registered person with a session. */
    async person(name = "Ada"): Promise<Person> {
      const { registerAccount } = await import("@/lib/auth/mutations");
      const email = `${randomUUID()}@example.com`;
      const password = "correct horse battery";
      const registered = await registerAccount({ name, email, password });
      if (!registered.ok) throw new Error(registered.reason);
      return signedIn(registered.value.userId, email, password);
    },
    signedIn,
    /** One file all the way to `complete`; the id of its sample. */
    async upload(person: Person, bytes: Uint8Array, fileName = "sound.wav"): Promise<string> {
      const ticket = await begin(person, bytes, fileName);
      await put(ticket, bytes);
      const completed = await call(person, `/api/v1/uploads/${ticket.uploadId}/complete`, { method: "POST", json: {} });
      if (completed.status !== 200) throw new Error(`complete answered ${completed.status}`);
      return ticket.sampleId;
    },
    begin,
    put,
    async row(person: Person, sampleId: string): Promise<SampleRow | undefined> {
      return (await data<SampleRow[]>(call(person, `/api/v1/samples?ids=${sampleId}`)))[0];
    },
    /** The row once it is completed or failed. */
    async settled(person: Person, sampleId: string): Promise<SampleRow> {
      return until(async () => {
        const [row] = await data<SampleRow[]>(call(person, `/api/v1/samples?ids=${sampleId}`));
        return (row?.status === "completed" || row?.status === "failed") && row;
      }, "the end of an analysis");
    },
  };

  async function signedIn(userId: string, email: string, password: string): Promise<Person> {
    const { createSession } = await import("@/lib/auth/mutations");
    const { findActiveSession } = await import("@/lib/auth/data");
    const { actorOf } = await import("@/lib/auth/actor");
    const { encode } = await import("next-auth/jwt");
    const { sessionId } = await createSession(userId, "test browser");
    const session = await findActiveSession(sessionId);
    if (!session) throw new Error("the session is not active");
    const token = await encode({ token: { sub: userId, sid: sessionId }, secret: process.env.NEXTAUTH_SECRET ?? "" });
    const ctx: Ctx = { actor: actorOf(session), requestId: randomUUID() };
    return { userId, sessionId, email, password, cookie: `next-auth.session-token=${token}`, ctx };
  }

  async function begin(person: Person, bytes: Uint8Array, fileName = "sound.wav"): Promise<UploadTicket> {
    const answer = await call(person, "/api/v1/uploads", { method: "POST", json: announced(bytes, fileName) });
    if (answer.status !== 201) throw new Error(`begin answered ${answer.status}: ${await answer.text()}`);
    return ((await answer.json()) as { data: UploadTicket }).data;
  }

  async function put(ticket: UploadTicket, bytes: Uint8Array): Promise<void> {
    if (ticket.kind !== "single") throw new Error("not a single PUT");
    const stored = await fetch(ticket.url, { method: "PUT", headers: ticket.headers, body: Buffer.from(bytes) });
    if (!stored.ok) throw new Error(`storage answered ${stored.status}: ${await stored.text()}`);
  }
}

/** What a browser says of a file before it uploads it. */
export function announced(bytes: Uint8Array, fileName = "sound.wav") {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { fileName, folderPath: "", sizeBytes: bytes.length, declaredType: "audio/wav", sha256 };
}
