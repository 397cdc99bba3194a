import type { FlagName } from "@/lib/flags/constants";
import { flagsOf } from "@/lib/flags/data";
import { flagsOfStrangers } from "@/lib/flags/lookups";
import type { ActiveSession } from "@/lib/identity/actor";
import { actorOf } from "@/lib/identity/actor";
import { SAMPLE_FLAGS } from "@/lib/samples/switched-off";

/** The features of whoever tries a file: whether they may, and what of it is shown. */
export function tryoutFeatures(session: ActiveSession | null): Promise<ReadonlySet<FlagName>> {
  const flags: FlagName[] = ["try-without-account", ...SAMPLE_FLAGS];
  return session ? flagsOf(actorOf(session), flags) : flagsOfStrangers(flags);
}
