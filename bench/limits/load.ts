import { performance } from "node:perf_hooks";

/** One request as its client saw it; times are milliseconds since the process started. */
export interface Exchange {
  /** Whose counter counted it. */
  counter: string;
  status: number;
  sentMs: number;
  receivedMs: number;
}

export interface Job {
  counter: string;
  send: () => Promise<Response>;
}

/** Sends each client's jobs in order, `atOnce` at a time, all clients in parallel. */
export async function runClients(clients: readonly (readonly Job[])[], atOnce: number): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  const lanes = clients.flatMap((jobs) => {
    const queue = jobs.values();
    return Array.from({ length: atOnce }, async () => {
      for (const { counter, send } of queue) {
        const sentMs = performance.now();
        const answer = await send();
        await answer.arrayBuffer();
        exchanges.push({ counter, status: answer.status, sentMs, receivedMs: performance.now() });
      }
    });
  });
  await Promise.all(lanes);
  return exchanges;
}

export interface Outcome {
  title: string;
  requests: number;
  counters: number;
  letThrough: number;
  refused: number;
  /** Neither let through nor refused by the limit; must be 0. */
  failed: number;
  /** The most that the limit allows in the time it took, over all counters. */
  allowed: number;
  /** Requests beyond what each counter allows, added up. */
  beyond: number;
  seconds: number;
  p50Ms: number;
  p99Ms: number;
}

/** How a phase went under a limit of `perMinute` requests per counter. A window begins with its first request. */
export function outcomeOf(title: string, exchanges: readonly Exchange[], perMinute: number): Outcome {
  const byCounter = groupedByCounter(exchanges);
  let allowed = 0;
  let beyond = 0;
  for (const own of byCounter.values()) {
    const windows = Math.floor(secondsOf(own) / 60) + 1;
    const admitted = own.filter(isLetThrough).length;
    allowed += Math.min(own.length, windows * perMinute);
    beyond += Math.max(0, admitted - windows * perMinute);
  }
  const durations = exchanges.map(({ sentMs, receivedMs }) => receivedMs - sentMs).sort((a, b) => a - b);
  const at = (share: number) => durations[Math.floor(share * (durations.length - 1))] ?? 0;
  const count = (is: (one: Exchange) => boolean) => exchanges.filter(is).length;
  return {
    title,
    requests: exchanges.length,
    counters: byCounter.size,
    letThrough: count(isLetThrough),
    refused: count(({ status }) => status === 429),
    failed: count(({ status }) => status >= 500),
    allowed,
    beyond,
    seconds: secondsOf(exchanges),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  };
}

function groupedByCounter(exchanges: readonly Exchange[]): Map<string, Exchange[]> {
  const groups = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const group = groups.get(exchange.counter);
    if (group) group.push(exchange);
    else groups.set(exchange.counter, [exchange]);
  }
  return groups;
}

const isLetThrough = ({ status }: Exchange) => status < 429;

function secondsOf(exchanges: readonly Exchange[]): number {
  const first = Math.min(...exchanges.map(({ sentMs }) => sentMs));
  const last = Math.max(...exchanges.map(({ receivedMs }) => receivedMs));
  return (last - first) / 1000;
}
