import "server-only";
import type { Actor } from "@/lib/identity/actor";
import { takeRequest } from "@/lib/rate-limits/gate";
import { subjectOfActor } from "@/lib/rate-limits/policy";

/** Counts a comment of this person, and returns whether it may be written. */
export async function takeComment(actor: Actor): Promise<boolean> {
  return (await takeRequest("comment", subjectOfActor(actor))).admitted;
}
