import { createHash, randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll } from "vitest";
import type { CreateApiKey } from "@/lib/api-keys/schema";
import type { Ctx } from "@/lib/identity/actor";
import type { Role } from "@/lib/identity/permissions";
import type { SampleRow } from "@/lib/samples/schema";
import type { UploadTicket } from "@/lib/uploads/schema";
import { type Services, startServices } from "./backend-services";
import { until } from "./until";

const FUNCTIONS_PATH = "/api/inngest";

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
 * Postgres and a real executor. With `jobs: false` the executor takes events and calls no function.
 * `plans` gives roles the permissions and quotas of their plan.
 * The application's modules read their variables on import, so tests must import them dynamically, after this.
 */
export async function startBackend({ jobs = true, plans = false } = {}): Promise<Backend> {
  process.env.PLANS = plans ? "on" : "off";
  const services = await startServices({ functionsPath: jobs ? FUNCTIONS_PATH : "/no-functions" });
  const { app } = await import("@/lib/api/app");
  const { databasePool } = await import("@/db/client");
  const { serve } = await import("inngest/edge");
  const { serving } = await import("@/inngest/serving");
  const { analysisPool, queryPool, tryoutPool, windowPool } = await import("@/lib/analysis/worker/pool");
  const { liveChannel } = await import("@/lib/platform/live-channel");
  const { ensureBucket } = await import("@/lib/platform/s3");
  services.origin.routes.push(
    { prefix: FUNCTIONS_PATH, handle: serve(serving) },
    { prefix: "/api/v1", handle: async (request) => app.fetch(request) },
  );
  await ensureBucket();
  await services.startExecutor();
  const sql = postgres(services.databaseUrl, { max: 2, onnotice: () => {} });
  afterAll(async () => {
    analysisPool().close();
    queryPool().close();
    windowPool().close();
    tryoutPool().close();
    liveChannel().stop();
    await sql.end({ timeout: 1 });
    await databasePool().end();
    await services.stop();
  });
  return new Backend(services, sql);
}

class Backend {
  constructor(
    readonly services: Services,
    readonly sql: postgres.Sql,
  ) {}

  get origin(): string {
    return this.services.address;
  }

  /** While storage is away, it answers every request with 503. */
  setStorageAway(away: boolean): void {
    this.services.origin.storageIsAway = away;
  }

  /** Calls the API as this person's browser. `null` means a visitor. */
  readonly call = (person: Person | null, path: string, init: RequestInit & { json?: unknown } = {}) => {
    const { json, ...rest } = init;
    const headers = new Headers({ origin: this.origin, "x-forwarded-proto": "http" });
    if (person) headers.set("cookie", person.cookie);
    if (json !== undefined) headers.set("content-type", "application/json");
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    const body = json === undefined ? rest.body : JSON.stringify(json);
    return fetch(`${this.origin}${path}`, { redirect: "manual", ...rest, headers, ...(body ? { body } : {}) });
  };

  /** The content of a response's envelope. */
  readonly data = async <T>(answer: Promise<Response>): Promise<T> =>
    ((await (await answer).json()) as { data: T }).data;

  /** A registered person with a session. The first is the admin; all others are free unless `role` says otherwise. */
  async person(name = "Ada", { role }: { role?: Role } = {}): Promise<Person> {
    const { registerAccount } = await import("@/lib/accounts/operator/jobs");
    const email = `${randomUUID()}@example.com`;
    const password = "correct horse battery";
    const registered = await registerAccount({ name, email, password });
    if (!registered.ok) throw new Error(registered.reason);
    if (role) await this.sql`update users set role = ${role} where id = ${registered.value.userId}`;
    return this.signedIn(registered.value.userId, email, password);
  }

  /** Opens another session of a person who has an account. */
  async signedIn(userId: string, email: string, password: string): Promise<Person> {
    const { openSession } = await import("@/lib/accounts/sessions/writes");
    const { asSystem } = await import("@/lib/audit/sources");
    const { inTransaction } = await import("@/lib/work/unit-of-work");
    const { findActiveSession } = await import("@/lib/identity/lookups");
    const { actorOf } = await import("@/lib/identity/actor");
    const { encode } = await import("next-auth/jwt");
    const browser = { address: null, userAgent: "test browser" };
    const sessionId = await inTransaction(asSystem(), (work) => openSession(work, userId, browser));
    const session = await findActiveSession(sessionId);
    if (!session) throw new Error("the session is not active");
    const token = await encode({ token: { sub: userId, sid: sessionId }, secret: process.env.NEXTAUTH_SECRET ?? "" });
    const ctx: Ctx = { actor: actorOf(session), requestId: randomUUID(), address: null, userAgent: null };
    return { userId, sessionId, email, password, cookie: `next-auth.session-token=${token}`, ctx };
  }

  /** Makes a key for this person, whose role must allow one. */
  async apiKey(person: Person, wanted: Partial<CreateApiKey> = {}): Promise<{ id: string; secret: string }> {
    const { createApiKey } = await import("@/lib/api-keys/mutations");
    const made = await createApiKey(person.ctx, {
      name: "a program",
      scopes: ["samples:read"],
      expiresInDays: null,
      ...wanted,
    });
    if (!made.ok) throw new Error(made.reason);
    return made.value;
  }

  /** Calls the API as a program does, without cookie and origin. */
  readonly callWithKey = (secret: string, path: string, init: RequestInit & { json?: unknown } = {}) => {
    const { json, ...rest } = init;
    const headers = new Headers({ authorization: `Bearer ${secret}` });
    if (json !== undefined) headers.set("content-type", "application/json");
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    const body = json === undefined ? rest.body : JSON.stringify(json);
    return fetch(`${this.origin}${path}`, { redirect: "manual", ...rest, headers, ...(body ? { body } : {}) });
  };

  async begin(person: Person, bytes: Uint8Array, fileName = "sound.wav"): Promise<UploadTicket> {
    const answer = await this.call(person, "/api/v1/uploads", { method: "POST", json: announced(bytes, fileName) });
    if (answer.status !== 201) throw new Error(`begin answered ${answer.status}: ${await answer.text()}`);
    return ((await answer.json()) as { data: UploadTicket }).data;
  }

  async put(ticket: UploadTicket, bytes: Uint8Array): Promise<void> {
    if (ticket.kind !== "single") throw new Error("not a single PUT");
    const stored = await fetch(ticket.url, { method: "PUT", headers: ticket.headers, body: Buffer.from(bytes) });
    if (!stored.ok) throw new Error(`storage answered ${stored.status}: ${await stored.text()}`);
  }

  complete(person: Person, uploadId: string): Promise<Response> {
    return this.call(person, `/api/v1/uploads/${uploadId}/complete`, { method: "POST", json: {} });
  }

  /** Uploads a file up to `complete`. Returns the sample's id. */
  async upload(person: Person, bytes: Uint8Array, fileName = "sound.wav"): Promise<string> {
    const ticket = await this.begin(person, bytes, fileName);
    await this.put(ticket, bytes);
    const completed = await this.complete(person, ticket.uploadId);
    if (completed.status !== 200) throw new Error(`complete answered ${completed.status}`);
    return ticket.sampleId;
  }

  async row(person: Person, sampleId: string): Promise<SampleRow | undefined> {
    return (await this.data<SampleRow[]>(this.call(person, `/api/v1/samples?ids=${sampleId}`)))[0];
  }

  /** Waits until the sample is completed or failed, and returns its row. */
  settled(person: Person, sampleId: string): Promise<SampleRow> {
    return until(async () => {
      const row = await this.row(person, sampleId);
      return (row?.status === "completed" || row?.status === "failed") && row;
    }, "the end of an analysis");
  }

  async objectKeys(prefix: string): Promise<string[]> {
    const { listObjects } = await import("@/lib/platform/s3");
    const keys: string[] = [];
    for await (const { key } of listObjects(prefix)) keys.push(key);
    return keys;
  }

  /** The executor's runs of one durable function. */
  async runs(functionId: string): Promise<{ status: string }[]> {
    return this.sql<{ status: string }[]>`
      select status from inngest_embedded.runs where function_id = ${functionId} order by id`;
  }
}

/** What a browser announces about a file before it uploads it. */
export function announced(bytes: Uint8Array, fileName = "sound.wav") {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { fileName, folderPath: "", sizeBytes: bytes.length, declaredType: "audio/wav", sha256 };
}
