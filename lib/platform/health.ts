import "server-only";
import { databasePool } from "@/db/client";
import { env } from "@/lib/env";
import { storageHealth } from "./s3";

const TIMEOUT_MS = 2_000;

type ServiceState = "ok" | "away";

export interface Health {
  status: "ok" | "degraded";
  database: ServiceState;
  storage: ServiceState;
  /** `external`: a hosted executor, which has its own status page. */
  executor: ServiceState | "external";
  version: string;
}

/** Asks the three services at once and waits at most two seconds. */
export async function checkHealth(version: string): Promise<Health> {
  const [database, storage, executor] = await Promise.all([databaseState(), storageState(), executorState()]);
  const away = [database, storage, executor].includes("away");
  return { status: away ? "degraded" : "ok", database, storage, executor, version };
}

async function databaseState(): Promise<ServiceState> {
  return answersInTime(async () => {
    await databasePool().query("select 1");
    return true;
  });
}

async function storageState(): Promise<ServiceState> {
  return answersInTime(async () => (await storageHealth()).ok);
}

async function executorState(): Promise<ServiceState | "external"> {
  const address = executorAddress();
  if (!address) return "external";
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  return answersInTime(async () => (await fetch(new URL("/health", address), { signal, cache: "no-store" })).ok);
}

/** Returns null if events go to the hosted service. `INNGEST_DEV=1` means the development server's usual address. */
function executorAddress(): string | null {
  if (env.INNGEST_BASE_URL) return env.INNGEST_BASE_URL;
  if (!env.INNGEST_DEV || env.INNGEST_DEV === "0" || env.INNGEST_DEV === "false") return null;
  return URL.canParse(env.INNGEST_DEV) ? env.INNGEST_DEV : "http://127.0.0.1:8288";
}

async function answersInTime(ask: () => Promise<boolean>): Promise<ServiceState> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), TIMEOUT_MS);
  });
  const answered = await Promise.race([ask().catch(() => false), timeout]).finally(() => clearTimeout(timer));
  return answered ? "ok" : "away";
}
