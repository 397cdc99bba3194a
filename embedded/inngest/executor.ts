import { setMaxListeners } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { AppSync, serveUrl } from "./app-sync";
import type { Core } from "./core";
import { connect, type Database, withRetry } from "./database";
import { createHttpServer } from "./http-server";
import { type Log, reason } from "./log";
import { Pump } from "./pump";
import { releaseLeases } from "./queue";
import { Registry } from "./registry";
import { sweep } from "./retention";
import { assertSigningKey, type Keys } from "./signature";
import { migrate } from "./tables";
import { ulid } from "./ulid";

export interface ExecutorOptions {
  /** 0 picks a free port. */
  port: number;
  databaseUrl: string;
  /** The app to register and call. Without it, apps register themselves. */
  appUrl?: string | undefined;
  /** Null means development mode: nothing is signed, and every event key is accepted. */
  keys: Keys | null;
  /** A factor on every retry delay and on the lease, for tests. */
  backoffScale?: number | undefined;
  log: Log;
}

export interface Executor {
  url: string;
  /** Stops taking work, waits a moment for open answers, then returns the remaining leases. */
  stop: () => Promise<void>;
}

const leaseMs = 10_000;
const minLeaseMs = 1500;
const stopGraceMs = 1000;
const retentionDays = 7;
const sweepMs = 60 * 60 * 1000;

/** Starts an executor on 127.0.0.1. Resolves when it accepts events. */
export async function startExecutor(options: ExecutorOptions): Promise<Executor> {
  if (options.keys) assertSigningKey(options.keys.signingKey);
  const database = connect(options.databaseUrl);
  try {
    const registry = new Registry(database);
    // Waits for a database that is still starting.
    await withRetry(() => migrate(database), { limitMs: 60_000 });
    await registry.load();
    return await run(options, database, registry);
  } catch (error) {
    await database.end();
    throw error;
  }
}

async function run(options: ExecutorOptions, database: Database, registry: Registry): Promise<Executor> {
  const appUrl = options.appUrl ? serveUrl(options.appUrl) : null;
  const stopping = new AbortController();
  const abandoning = new AbortController();
  // Every running call listens.
  setMaxListeners(0, abandoning.signal);
  const { core, pump, sync } = assemble(options, { database, registry, appUrl, stopping, abandoning });
  const server = createHttpServer({ core, appUrl });
  await listen(server, options.port);
  const loops = [pump.run(), sync?.run()];
  const sweeping = keepSweeping(database, options.log);
  const stop = async () => {
    clearInterval(sweeping);
    stopping.abort();
    server.close();
    server.closeAllConnections();
    await withinGrace(pump.settled());
    abandoning.abort();
    await Promise.allSettled(loops);
    await withinGrace(releaseLeases(database, core.owner).catch(() => undefined));
    await withinGrace(database.end());
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

interface Parts {
  database: Database;
  registry: Registry;
  appUrl: URL | null;
  stopping: AbortController;
  abandoning: AbortController;
}

function assemble({ keys, log, backoffScale = 1 }: ExecutorOptions, parts: Parts) {
  const { database, registry, appUrl } = parts;
  const core: Core = {
    database,
    registry,
    log,
    keys,
    owner: ulid(),
    leaseMs: Math.max(minLeaseMs, leaseMs * backoffScale),
    backoffScale,
    stopping: parts.stopping.signal,
    abandoning: parts.abandoning.signal,
    mayRoute: () => !registry.isEmpty && (sync === null || sync.hasSynced),
    wake: () => pump.wake(),
    onAppAway: ({ run_id, misses, cuts }, message) => {
      log.warn({ run: run_id, misses, cuts, message }, "the app is down");
      sync?.nudge();
    },
  };
  const sync = appUrl ? new AppSync(core, appUrl) : null;
  const pump = new Pump(core);
  return { core, pump, sync };
}

async function withinGrace(work: Promise<unknown>): Promise<void> {
  await Promise.race([work, delay(stopGraceMs, undefined, { ref: false })]);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}

function keepSweeping(database: Database, log: Log): NodeJS.Timeout {
  const sweepOnce = () =>
    sweep(database, retentionDays).then(
      ({ runs, events }) => {
        if (runs + events > 0) log.info({ runs, events }, "old runs and events were deleted");
      },
      (error: unknown) => log.warn({ reason: reason(error) }, "the sweep failed"),
    );
  void sweepOnce();
  return setInterval(() => void sweepOnce(), sweepMs).unref();
}
