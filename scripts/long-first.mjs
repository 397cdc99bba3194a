// The order in which Vitest runs test files: what takes long comes first, so that at the end no worker waits for another.
import { basename } from "node:path";
import { BaseSequencer } from "vitest/node";

/** Short files with long tests. A first run knows of no durations and would begin with the longest text. */
const LONG = ["clap-plugin", "start", "fuzz", "analyze-cli-hostile", "start-messages", "same-record", "demo-library"];

/** @param {{ moduleId: string }} file */
function rank({ moduleId }) {
  const at = LONG.indexOf(basename(moduleId, ".test.ts"));
  return at === -1 ? LONG.length : at;
}

export class LongFirst extends BaseSequencer {
  /** @param {import("vitest/node").TestSpecification[]} files */
  async sort(files) {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
