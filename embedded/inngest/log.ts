import pino, { type Logger } from "pino";

export type Log = Logger;

/** One JSON line an event, on stderr: stdout carries only the address that says "ready". */
export function createLog(level: string): Log {
  return pino({ base: { service: "executor" }, level }, pino.destination({ dest: 2, sync: true }));
}

/** What a log line says of an error, and of what was behind it. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const text = error.message || error.name;
  return error.cause === undefined ? text : `${text}: ${reason(error.cause)}`;
}
