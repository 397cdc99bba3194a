import { type DestinationStream, type Logger, pino } from "pino";
import { env } from "@/lib/env";

const shared = globalThis as unknown as { samplemindLogger?: Logger };

/** JSON lines on stdout, without anything that could be used to sign in. */
export function logger(): Logger {
  shared.samplemindLogger ??= createLogger({ level: env.LOG_LEVEL ?? "info" });
  return shared.samplemindLogger;
}

/** Writes to stdout unless `destination` says otherwise. */
export function createLogger({ level }: { level: string }, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ["password", "*.password", "headers.cookie", "headers.authorization"], censor: "[redacted]" },
  };
  return destination ? pino(options, destination) : pino(options);
}
