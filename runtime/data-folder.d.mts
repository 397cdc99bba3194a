import type { statfsSync, writeFileSync } from "node:fs";

/** @throws with what was read, why the folder cannot be used, and what to do. */
export function prepareDataFolder(
  directory: string,
  given: string | undefined,
  probes?: {
    statfs?: (path: string) => Pick<ReturnType<typeof statfsSync>, "bavail" | "bsize">;
    write?: (...given: Parameters<typeof writeFileSync>) => void;
  },
): void;
