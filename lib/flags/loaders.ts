import "server-only";
import { notFound } from "next/navigation";
import { actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { can } from "@/lib/identity/permissions";
import { plansAreOn } from "@/lib/identity/plans";
import type { FlagName } from "./constants";
import { isFlagOn, listFlags } from "./data";
import type { FlagListing } from "./schema";

/** Whether the viewer has a feature. */
export async function loadFlag(flag: FlagName): Promise<boolean> {
  return isFlagOn(actorOf(await requireSession()), flag);
}

/** For the admin page, which does not exist for others. */
export async function loadFlags(): Promise<{ flags: FlagListing[]; plans: boolean }> {
  const actor = actorOf(await requireSession());
  if (!can(actor, "flags:manage")) notFound();
  return { flags: await listFlags(actor), plans: plansAreOn() };
}
