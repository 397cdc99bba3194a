import "server-only";
import { isFlagOn } from "@/lib/flags/data";
import { actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { requirePermission } from "@/lib/identity/permissions";
import { suggestTagsFor } from "./data";
import type { SuggestedTag } from "./schema";

/** Tags that similar samples of the viewer have. Null if nothing is suggested to them at all, or the sample is gone. */
export async function loadTagSuggestions(sampleId: string): Promise<SuggestedTag[] | null> {
  const actor = actorOf(await requireSession());
  requirePermission(actor, "samples:read");
  return (await isFlagOn(actor, "tag-suggestions")) ? suggestTagsFor(actor, sampleId) : null;
}
