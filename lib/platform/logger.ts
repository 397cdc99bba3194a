import { type Logger, pino } from "pino";
import { env } from "@/lib/env";

const shared = globalThis as unknown as { samplemindLogger?: Logger };

/** JSON lines on stdout, without anything that could be used to sign in. */
export function logger(): Logger {
  shared.samplemindLogger ??= pino({
    level: env.LOG_LEVEL ?? "info",
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ["password", "*.password", "headers.cookie", "headers.authorization"], censor: "[redacted]" },
  });
  return shared.samplemindLogger;
}
