import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";

/** Resident memory of a process in bytes; null if it has ended or the system does not say. */
export async function residentBytes(pid: number): Promise<number | null> {
  try {
    if (process.platform === "linux") {
      const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(await readFile(`/proc/${pid}/status`, "latin1"))?.[1];
      return kilobytes ? Number(kilobytes) * 1024 : null;
    }
    return process.platform === "win32" ? null : await residentBytesByPs(pid);
  } catch {
    return null;
  }
}

function residentBytesByPs(pid: number): Promise<number | null> {
  return new Promise((resolve) => {
    execFile("ps", ["-o", "rss=", "-p", String(pid)], (error, stdout) => {
      const kilobytes = Number.parseInt(stdout, 10);
      resolve(error || !Number.isFinite(kilobytes) ? null : kilobytes * 1024);
    });
  });
}
