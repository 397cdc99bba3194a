import "server-only";
import { databasePool } from "@/db/client";
import { executorAddress } from "./executor-address";
import { type Registration, readRegistration } from "./executor-registration";
import { storageHealth } from "./s3";

const TIMEOUT_MS = 2_000;

type ServiceState = "ok" | "away";
/**
 * `external`: a hosted executor, which has its own status page. `no_functions` and `another_address`: it answers, but
 * runs nothing here, because this application is not registered with it, or under an address that is not its own.
 */
type ExecutorState = ServiceState | "external" | "no_functions" | "another_address";

export interface Health {
  status: "ok" | "degraded";
  database: ServiceState;
  storage: ServiceState;
  executor: ExecutorState;
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

async function executorState(): Promise<ExecutorState> {
  const address = executorAddress();
  if (!address) return "external";
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let registration: Registration = "registered";
  const state = await answersInTime(async () => {
    const [health, found] = await Promise.all([
      fetch(new URL("/health", address), { signal, cache: "no-store" }),
      readRegistration(address, signal),
    ]);
    registration = found;
    return health.ok;
  });
  return state === "away" || registration === "registered" ? state : registration;
}

async function answersInTime(ask: () => Promise<boolean>): Promise<ServiceState> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), TIMEOUT_MS);
  });
  const answered = await Promise.race([ask().catch(() => false), timeout]).finally(() => clearTimeout(timer));
  return answered ? "ok" : "away";
}
