import { readFile } from "node:fs/promises";

/** Linux counts in hundredths of a second on every architecture that Node supports. */
const MS_PER_TICK = 10;

/** Processor time a process has used, in milliseconds; null if it has ended or the system does not say. */
export async function processorMs(pid: number): Promise<number | null> {
  if (process.platform !== "linux") return null;
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "latin1");
    // The name, in brackets, may contain anything. User and system time are the 14th and 15th fields.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = Number(fields[11]) + Number(fields[12]);
    return Number.isFinite(ticks) ? ticks * MS_PER_TICK : null;
  } catch {
    return null;
  }
}
