import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { afterAll, onTestFinished } from "vitest";
import { connect, type Database } from "@/embedded/inngest/database";
import { startExecutor } from "@/embedded/inngest/executor";
import { createLog } from "@/embedded/inngest/log";
import type { Keys } from "@/embedded/inngest/signature";
import { testPostgres } from "./embedded-postgres";

export interface RunRecord {
  id: string;
  function_id: string;
  status: string;
  result: unknown;
}

export interface Bench {
  client: Inngest;
  appUrl: string;
  executorUrl: string;
  /** Replaces the functions that the app serves, as deploying a new version would. */
  serve(functions: InngestFunction.Any[]): void;
  /** `fnId` and `stepId` of every call that the executor made, in order. */
  calls: { functionId: string; stepId: string; atMs: number }[];
  /** The executor's own tables. */
  sql: Database;
  /** Runs of one function, oldest first. Without a name, all runs. */
  runs(functionId?: string): Promise<RunRecord[]>;
  /** The runs of one function, once `count` of them have ended. */
  finished(functionId: string, count?: number): Promise<RunRecord[]>;
}

export const testKeys: Keys = {
  signingKey: "signkey-test-0123456789abcdef0123456789abcdef",
  eventKey: "event-key-of-the-tests",
};

afterAll(async () => testPostgres().stop());

/** The effects of an event take milliseconds. The limit only bounds a failing test. */
const patienceMs = 20_000;
const pollMs = 15;

/** Polls until `probe` returns something, and returns that. */
export async function until<T>(probe: () => Promise<T | undefined | null | false>, what = "the condition"): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const value = await probe();
    if (value !== undefined && value !== null && value !== false) return value;
    if (Date.now() > deadline) throw new Error(`${what} did not come about within ${patienceMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

export interface BenchOptions {
  functions: (client: Inngest) => InngestFunction.Any[];
  keys?: Keys;
  appKeys?: Keys;
  backoffScale?: number;
  /** Whether the app starts its responses before they are known, as on platforms that cut off silent ones. */
  streaming?: boolean;
}

/** An executor and an app that serves these functions with the unmodified SDK, on their own database. */
export async function startBench(options: BenchOptions): Promise<Bench> {
  const { functions, keys, appKeys = keys, backoffScale = 0.01, streaming = false } = options;
  const { url: databaseUrl } = await testPostgres().createDatabase({ migrated: false });
  const calls: Bench["calls"] = [];
  const app = http.createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "/", "http://app");
    if (request.method === "POST") {
      calls.push({
        functionId: searchParams.get("fnId") ?? "",
        stepId: searchParams.get("stepId") ?? "",
        atMs: Date.now(),
      });
    }
    void handler(request, response);
  });
  app.listen(0, "127.0.0.1");
  await once(app, "listening");
  const appUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}/api/inngest`;
  const executor = await startExecutor({
    port: 0,
    databaseUrl,
    appUrl,
    keys: keys ?? null,
    backoffScale,
    log: createLog(process.env.EXECUTOR_LOG ?? "silent"),
  });
  const client = createClient("app", executor.url, appKeys);
  let handler = serve({ client, functions: functions(client), streaming });
  const sql = connect(databaseUrl);
  onTestFinished(async () => {
    await executor.stop();
    app.closeAllConnections();
    app.close();
    await sql.end();
  });
  const replace = (others: InngestFunction.Any[]) => {
    handler = serve({ client, functions: others, streaming });
  };
  const bench: Bench = { serve: replace, client, appUrl, executorUrl: executor.url, calls, sql, ...runQueries(sql) };
  return bench;
}

export function createClient(id: string, executorUrl: string, keys?: Keys): Inngest {
  const logger = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };
  return new Inngest({ id, baseUrl: executorUrl, isDev: keys === undefined, logger, ...keys });
}

export function runQueries(sql: Database): Pick<Bench, "runs" | "finished"> {
  const runs = async (functionId?: string) => {
    const rows = await sql<RunRecord & { result: string | null }>`
      select id, function_id, status, result from runs
      where ${functionId ?? null}::text is null or function_id = ${functionId ?? null} order by id`;
    return rows.map((row) => ({ ...row, result: row.result === null ? null : (JSON.parse(row.result) as unknown) }));
  };
  const finished = (functionId: string, count = 1) =>
    until(async () => {
      const over = (await runs(functionId)).filter(({ status }) => status !== "queued" && status !== "running");
      return over.length >= count && over;
    }, `the end of ${count} runs of ${functionId}`);
  return { runs, finished };
}
