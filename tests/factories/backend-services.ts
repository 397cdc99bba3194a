import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Executor, startExecutor } from "@/embedded/inngest/executor";
import { createLog } from "@/embedded/inngest/log";
import { freePort } from "@/embedded/ports";
import { createS3Handler } from "@/embedded/s3/handler";
import { createNodeServer } from "@/embedded/s3/node-server";
import { testPostgres } from "./embedded-postgres";

const EXECUTOR_KEYS = {
  signingKey: "signkey-test-0123456789abcdef0123456789abcdef",
  eventKey: "event-key-of-the-tests",
};
const BUCKET = { bucket: "samplemind", region: "us-east-1", accessKeyId: "test-key", secretAccessKey: "test-secret" };

type Handler = (request: Request) => Promise<Response>;

/**
 * The application's origin: storage under `/s3`, durable functions, and the API. Parts that are not mounted yet answer
 * 503.
 */
class Origin {
  storageIsAway = false;
  routes: { prefix: string; handle: Handler }[] = [];
  readonly #server = createNodeServer((request) => this.#answer(request));

  async listen(): Promise<string> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const route = this.routes.find(({ prefix }) => pathname.startsWith(prefix));
    const isAway = this.storageIsAway && route?.prefix === "/s3";
    return route && !isAway ? route.handle(request) : new Response(null, { status: 503 });
  }
}

/**
 * Postgres, object storage and the executor, with the variables that tell the application where they are. The executor
 * looks for durable functions at `functionsPath`.
 */
export async function startServices({ functionsPath }: { functionsPath: string }) {
  const postgres = testPostgres();
  const { url: databaseUrl, applicationUrl } = await postgres.createDatabase();
  const directory = mkdtempSync(join(tmpdir(), "samplemind-backend-"));
  const origin = new Origin();
  const address = await origin.listen();
  const executorPort = await freePort();
  Object.assign(process.env, {
    DATABASE_URL: applicationUrl,
    S3_ENDPOINT: `${address}/s3`,
    S3_PUBLIC_ENDPOINT: "/s3",
    EMBEDDED_S3_DIR: join(directory, "s3"),
    S3_BUCKET: BUCKET.bucket,
    S3_ACCESS_KEY_ID: BUCKET.accessKeyId,
    S3_SECRET_ACCESS_KEY: BUCKET.secretAccessKey,
    NEXTAUTH_SECRET: "a secret for the tests only",
    INNGEST_BASE_URL: `http://127.0.0.1:${executorPort}`,
    INNGEST_SERVE_ORIGIN: address,
    INNGEST_SIGNING_KEY: EXECUTOR_KEYS.signingKey,
    INNGEST_EVENT_KEY: EXECUTOR_KEYS.eventKey,
    TMPDIR: directory,
    LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
  });
  // Imported now, because it reads its variables on import.
  const { allowAddress } = await import("@/lib/objects/gate");
  const store = { directory: join(directory, "s3"), basePath: "/s3", ...BUCKET };
  origin.routes.push({ prefix: "/s3", handle: createS3Handler({ ...store, allowAccess: allowAddress }) });
  let executor: Executor | null = null;
  const stopTheExecutor = async () => {
    await executor?.stop();
    executor = null;
  };
  return {
    address,
    origin,
    databaseUrl,
    stopExecutor: stopTheExecutor,
    async startExecutor() {
      executor = await startExecutor({
        port: executorPort,
        databaseUrl,
        appUrl: `${address}${functionsPath}`,
        keys: EXECUTOR_KEYS,
        backoffScale: 0.01,
        log: createLog(process.env.EXECUTOR_LOG ?? "silent"),
      });
    },
    async stop() {
      await stopTheExecutor();
      origin.close();
      await postgres.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export type Services = Awaited<ReturnType<typeof startServices>>;
