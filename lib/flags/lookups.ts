import "server-only";
import type { FlagName } from "./constants";
import { flagCache } from "./data";
import { isForEverybody } from "./policy";

/** The flags that are on for somebody without an account. */
export async function flagsOfStrangers(flags: readonly FlagName[]): Promise<ReadonlySet<FlagName>> {
  const { settings } = await flagCache().current();
  return new Set(flags.filter((flag) => isForEverybody(settings[flag])));
}
