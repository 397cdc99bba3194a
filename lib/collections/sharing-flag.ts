import { type FlagHolder, isFlagOn } from "@/lib/flags/data";
import { actorOnBehalfOf } from "@/lib/identity/actor";
import type { Role } from "@/lib/identity/permissions";

interface Owner {
  id: string;
  role: Role;
}

/** The owner as whose a link shows what it shows. */
export const asOwner = ({ id, role }: Owner) => actorOnBehalfOf({ id, role, isDemo: false });

/** Whether the owner may share. */
export const ownerShares = (owner: Owner): Promise<boolean> => isFlagOn(asOwner(owner), "shared-collections");

/** Sharing has two sides, and is off if it is off for either. */
export async function isSharingOn(viewer: FlagHolder, owner: Owner): Promise<boolean> {
  return (await isFlagOn(viewer, "shared-collections")) && (await ownerShares(owner));
}
