/** Files a second while files were read; null before anything is known. */
export const filesPerSecond = (files: number, ms: number): number | null =>
  files === 0 || ms === 0 ? null : files / (ms / 1000);

export interface Progressing {
  status: string;
  phase: "walking" | "reading";
  filesToRead: number;
  filesRead: number;
  readingMs: number;
  /** Samples that the scan made, and those that are analysed or have failed. */
  made: number;
  settled: number;
  /** Since the scan began. */
  sinceMs: number;
}

/**
 * How long until all files are read and what they became is analysed: the longer of both, at the rate so far. Null if
 * nothing is known yet, if nothing is left, or if the scan does not go on by itself.
 */
export function secondsLeft(progress: Progressing): number | null {
  const { status, phase, filesToRead, filesRead, readingMs, made, settled, sinceMs } = progress;
  const isOver = status === "completed";
  if (!isOver && (status !== "running" || phase === "walking")) return null;
  const reading = filesPerSecond(filesRead, readingMs);
  const toRead = isOver ? 0 : Math.max(0, filesToRead - filesRead);
  const analysing = filesPerSecond(settled, sinceMs);
  // As many of the files that are still to be read become samples as of those before.
  const toAnalyse = made - settled + (filesRead === 0 ? toRead : (toRead * made) / filesRead);
  if (toRead === 0 && toAnalyse === 0) return null;
  if ((toRead > 0 && reading === null) || (toAnalyse > 0 && analysing === null)) return null;
  return Math.ceil(Math.max(toRead / (reading ?? 1), toAnalyse / (analysing ?? 1)));
}
