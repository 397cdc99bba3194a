import { markdownTable } from "@/bench/report/markdown-table";
import type { Figure, Part } from "@/bench/visuals/report";
import { runTool } from "./tools";

interface Target {
  name: string;
  path: string;
  requests: number;
  /** Of the slowest: p95 is taken from p97.5, the next that the load generator gives. */
  slowest: { quantile: "p97_5" | "p99"; ms: number };
}

const CLIENTS = 20;
const SECONDS = 10;
const WARM_UP_SECONDS = 3;

/** What strangers ask for. The last one is made anew for each: a question is nobody else's. */
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

interface Answer {
  requests: { average: number };
  latency: Record<"p50" | "p97_5" | "p99", number>;
  throughput: { average: number };
  non2xx: number;
  errors: number;
}

async function load(url: string, seconds: number): Promise<Answer> {
  const options = ["-j", "-c", String(CLIENTS), "-d", String(seconds), "-H", "accept-encoding=br"];
  return JSON.parse(await runTool("autocannon/autocannon.js", [...options, url])) as Answer;
}

/** Requests a second and their times, 20 clients at once, on the cores that the application has itself. */
export async function measureLoad(origin: string): Promise<Part> {
  const rows: string[][] = [];
  const figures: Figure[] = [];
  for (const { name, path, requests, slowest } of TARGETS) {
    await load(`${origin}${path}`, WARM_UP_SECONDS);
    const answer = await load(`${origin}${path}`, SECONDS);
    if (answer.errors + answer.non2xx > 0)
      throw new Error(`${path}: ${answer.errors} errors, ${answer.non2xx} refused`);
    const { p50, p97_5, p99 } = answer.latency;
    const kB = answer.throughput.average / answer.requests.average / 1000;
    rows.push([
      name,
      `\`${path}\``,
      answer.requests.average.toFixed(0),
      ...[p50, p97_5, p99].map(String),
      kB.toFixed(1),
    ]);
    figures.push(
      {
        what: `${name}, requests a second`,
        measured: answer.requests.average,
        target: requests,
        isLeast: true,
        unit: "",
      },
      {
        what: `${name}, ${slowest.quantile.replace("_", ".")}`,
        measured: answer.latency[slowest.quantile],
        target: slowest.ms,
        unit: "ms",
      },
    );
  }
  const columns = ["answer", "address", "requests/s", "p50 ms", "p97.5 ms", "p99 ms", "kB"];
  return { text: `${CLIENTS} clients at once for ${SECONDS} s.\n\n${markdownTable(columns, rows)}`, figures };
}
