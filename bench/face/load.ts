import { markdownTable } from "@/bench/report/markdown-table";
import type { Figure, Part } from "@/bench/visuals/report";
import { runTool } from "./tools";

interface Place {
  name: string;
  /** `[%3Cid%3E]` is other letters in each request. */
  path: string;
}

interface Target extends Place {
  requests: number;
  /** Of the slowest: p95 is taken from p97.5, the next that the load generator gives. */
  slowest: { quantile: "p97_5" | "p99"; ms: number };
}

const CLIENTS = 20;
const SECONDS = 10;
const WARM_UP_SECONDS = 3;

/** What strangers ask for. For the last one the database is asked in each request. */
const TARGETS: readonly Target[] = [
  { name: "landing page", path: "/", requests: 1000, slowest: { quantile: "p99", ms: 100 } },
  { name: "sign-in", path: "/sign-in", requests: 1000, slowest: { quantile: "p99", ms: 100 } },
  { name: "gallery", path: "/gallery", requests: 1000, slowest: { quantile: "p99", ms: 100 } },
  { name: "health", path: "/api/health", requests: 1000, slowest: { quantile: "p99", ms: 100 } },
  {
    name: "gallery from the database",
    path: "/gallery?q=type%3Atrack",
    requests: 150,
    slowest: { quantile: "p97_5", ms: 200 },
  },
];

/**
 * A question that nobody has asked before, with the same cards as the last one: its page is drawn in each request. There
 * is no target for it.
 */
const FRESH: Place = { name: "gallery, a new question each time", path: "/gallery?q=-w[%3Cid%3E]+type%3Atrack" };

interface Answer {
  requests: { average: number };
  latency: Record<"p50" | "p97_5" | "p99", number>;
  throughput: { average: number };
  non2xx: number;
  errors: number;
}

async function load(url: string, seconds: number): Promise<Answer> {
  const options = ["-j", "--idReplacement", "-c", String(CLIENTS), "-d", String(seconds), "-H", "accept-encoding=br"];
  return JSON.parse(await runTool("autocannon/autocannon.js", [...options, url])) as Answer;
}

/** Requests a second and their times, 20 clients at once, on the cores that the application has itself. */
export async function measureLoad(origin: string): Promise<Part> {
  const rows: string[][] = [];
  const figures: Figure[] = [];
  for (const target of TARGETS) {
    const answer = await measure(origin, target);
    rows.push(rowOf(target, answer));
    figures.push(...figuresOf(target, answer));
  }
  rows.push(rowOf(FRESH, await measure(origin, FRESH)));
  const columns = ["answer", "address", "requests/s", "p50 ms", "p97.5 ms", "p99 ms", "kB"];
  const text = `${CLIENTS} clients at once for ${SECONDS} s. There is no target for the last line.`;
  return { text: `${text}\n\n${markdownTable(columns, rows)}`, figures };
}

async function measure(origin: string, { path }: Place): Promise<Answer> {
  await load(`${origin}${path}`, WARM_UP_SECONDS);
  const answer = await load(`${origin}${path}`, SECONDS);
  if (answer.errors + answer.non2xx > 0) throw new Error(`${path}: ${answer.errors} errors, ${answer.non2xx} refused`);
  return answer;
}

function rowOf({ name, path }: Place, { requests, latency, throughput }: Answer): string[] {
  const times = [latency.p50, latency.p97_5, latency.p99].map(String);
  const kB = throughput.average / requests.average / 1000;
  return [name, `\`${path}\``, requests.average.toFixed(0), ...times, kB.toFixed(1)];
}

function figuresOf({ name, requests, slowest }: Target, answer: Answer): Figure[] {
  const measured = answer.requests.average;
  const slow = { measured: answer.latency[slowest.quantile], target: slowest.ms, unit: "ms" } as const;
  return [
    { what: `${name}, requests a second`, measured, target: requests, isLeast: true, unit: "" },
    { what: `${name}, ${slowest.quantile.replace("_", ".")}`, ...slow },
  ];
}
