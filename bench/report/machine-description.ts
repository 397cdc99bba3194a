import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { ANALYSER_VERSION } from "@/lib/analysis/record/constants";

/** What a benchmark ran on, in one line: processors, memory, system, Node, analyser. */
export function machineDescription(): string {
  const processors = cpus();
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  const processor = `${processors.length} × ${processors[0]?.model.trim() || "processor"} (${process.arch})`;
  const node = `Node ${process.versions.node}`;
  return [processor, `${gigabytes} GB`, systemName(), node, `analyser ${ANALYSER_VERSION}`].join(", ");
}

function systemName(): string {
  try {
    return /^PRETTY_NAME="(.*)"$/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1] ?? process.platform;
  } catch {
    return process.platform;
  }
}
