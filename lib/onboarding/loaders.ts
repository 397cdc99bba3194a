import "server-only";
import { isFlagOn } from "@/lib/flags/data";
import { actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { can } from "@/lib/identity/permissions";
import type { NotedStep, Step } from "./constants";
import { isStepWanted, readChecklist } from "./data";
import type { Checklist } from "./schema";

/** The checklist with the steps that this person can take. Null if it was put away. */
export async function loadChecklist(): Promise<(Checklist & { hidden: Step[] }) | null> {
  const actor = actorOf(await requireSession());
  if (actor.isDemo || !can(actor, "samples:upload")) return null;
  const [checklist, hasVisualizer, hasGallery] = await Promise.all([
    readChecklist(actor.id),
    isFlagOn(actor, "visualizer"),
    isFlagOn(actor, "gallery"),
  ]);
  if (!checklist) return null;
  const hidden: Step[] = [];
  if (!hasVisualizer) hidden.push("look");
  if (!hasGallery || !can(actor, "gallery:publish")) hidden.push("publish");
  return { ...checklist, hidden };
}

/** Whether the page should say that somebody took this step. */
export async function loadStepWanted(step: NotedStep): Promise<boolean> {
  const actor = actorOf(await requireSession());
  return !actor.isDemo && isStepWanted(actor.id, step);
}
