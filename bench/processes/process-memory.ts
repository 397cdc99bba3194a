import { readFileSync } from "node:fs";

// Memory of running processes, as Linux counts it; 0 where a process is gone or the system does not say.

/** The most that was ever resident, in bytes. */
export function peakResidentBytes(pid: number): number {
  return kilobytes(`/proc/${pid}/status`, "VmHWM") * 1024;
}

/** Resident memory in bytes, where what several processes share counts once among them. */
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
