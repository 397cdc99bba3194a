// Do the rate limits hold under load, over several processes? npm run bench:limits (after npm run build)
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { machineDescription } from "@/bench/report/machine-description";
import type { Outcome } from "./load";
import { makeClients } from "./people";
import { keyPhase, signInPhase, strangerPhase } from "./phases";
import { type Stack, startStack } from "./stack";

const CLIENTS = 8;
const PROCESSES = 2;
const SIGN_INS = 1000;
const REPORT = resolve("bench/results/limits.md");

const HEAD = `# Limits under load

Do the rate limits hold when ${CLIENTS} clients send to ${PROCESSES} processes of the application that share one database? Each client
sends eight requests at a time, to each process in turn, and forges a different \`X-Forwarded-For\` in front of the address
that its proxy saw. Each counter allows 60 requests a minute: 60 for every minute, whole or begun, over which its
requests were spread. "Beyond" must be 0.

| phase | requests | counters | allowed | let through | refused | **beyond** | failed | time | requests/s | p50 | p99 |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
`;

function line(outcome: Outcome): string {
  const { title, requests, counters, allowed, letThrough, refused, beyond, failed, seconds, p50Ms, p99Ms } = outcome;
  const cells = [title, requests, counters, allowed, letThrough, refused, `**${beyond}**`, failed];
  const rate = Math.round(requests / seconds);
  return `| ${[...cells, `${seconds.toFixed(1)} s`, rate, `${p50Ms.toFixed(0)} ms`, `${p99Ms.toFixed(0)} ms`].join(" | ")} |\n`;
}

async function measure(stack: Stack): Promise<Outcome[]> {
  const clients = await makeClients(stack.databaseUrl, CLIENTS);
  const shared = clients[0]?.apiKey ?? "";
  const phases = [
    () => signInPhase(stack, clients, SIGN_INS),
    () => keyPhase(stack, clients.slice(1), { title: "API, a key each", total: 3500, keyOf: ({ apiKey }) => apiKey }),
    () => keyPhase(stack, clients, { title: "API, one key for all", total: 3504, keyOf: () => shared }),
    () => strangerPhase(stack, clients, 3000),
  ];
  const outcomes: Outcome[] = [];
  for (const phase of phases) {
    const outcome = await phase();
    process.stdout.write(line(outcome));
    outcomes.push(outcome);
  }
  return outcomes;
}

const stack = await startStack(PROCESSES);
try {
  const outcomes = await measure(stack);
  writeFileSync(REPORT, `${HEAD}${outcomes.map(line).join("")}\n${machineDescription()}.\n`);
  const wrong = outcomes.some(({ beyond, failed, letThrough }) => beyond > 0 || failed > 0 || letThrough === 0);
  process.exitCode = wrong ? 1 : 0;
} finally {
  await stack.stop();
}
