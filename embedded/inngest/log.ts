import pino, { type Logger } from "pino";

export type Log = Logger;

/** One JSON line for each event, on stderr. Stdout carries only the address, which means "ready". */
export function createLog(level: string): Log {
  return pino({ base: { service: "executor" }, level }, pino.destination({ dest: 2, sync: true }));
}

/** The text of an error and its causes for a log line. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const text = error.message || error.name;
  return error.cause === undefined ? text : `${text}: ${reason(error.cause)}`;
}
