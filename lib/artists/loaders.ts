import "server-only";
import { isFlagOn } from "@/lib/flags/data";
import { actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { can } from "@/lib/identity/permissions";
import { findOwnArtist } from "./data";
import type { Artist } from "./schema";

export interface PublicPage {
  artist: Artist | null;
  isDemo: boolean;
}

/** The viewer's own public page. Null if they may not have one. */
export async function loadPublicPage(): Promise<PublicPage | null> {
  const actor = actorOf(await requireSession());
  if (!can(actor, "gallery:publish") || !(await isFlagOn(actor, "gallery"))) return null;
  return { artist: await findOwnArtist(actor.id), isDemo: actor.isDemo };
}
