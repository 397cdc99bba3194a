import { readFileSync } from "node:fs";

// Memory of running processes as Linux counts it; 0 if a process is gone or the system does not say.

/** The most bytes that were ever resident. */
export function peakResidentBytes(pid: number): number {
  return kilobytes(`/proc/${pid}/status`, "VmHWM") * 1024;
}

/** Resident bytes; what several processes share is split between them. */
export function proportionalBytes(pid: number): number {
  return kilobytes(`/proc/${pid}/smaps_rollup`, "Pss") * 1024;
}

function kilobytes(path: string, field: string): number {
  try {
    return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(readFileSync(path, "latin1"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
