import { BenchChild } from "@/bench/processes/child-process";
import type { Peer } from "./answers";
import type { EssentiaReport, EssentiaRequest } from "./essentia-child";

const TIMEOUT_MS = 180_000;
/** WebAssembly memory never shrinks, so a fresh process takes over after so many files. */
const FILES_A_CHILD = 60;

/** essentia.js at its own defaults, in child processes. Throws if the package is not installed. */
export async function essentiaPeer(): Promise<Peer> {
  const child = new BenchChild<EssentiaRequest, EssentiaReport>("bench/peers/essentia-child.ts", TIMEOUT_MS);
  const ready = await child.start();
  let files = 0;
  return {
    name: `essentia.js ${ready.type === "ready" ? ready.version : ""}`,
    answers: async ({ path }, wanted) => {
      if (++files % FILES_A_CHILD === 0) child.close();
      const report = await child.ask({ path, wanted });
      return report.type === "done" ? report.answers : {};
    },
    close: () => child.close(),
  };
}
