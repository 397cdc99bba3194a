import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { type Actor, actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { requirePermission } from "@/lib/identity/permissions";
import { findSample, listSamples, summariseLibrary } from "./data";
import type { DashboardSummary, SampleDetail, SampleRow } from "./schema";
import { HIDDEN_LAYERS_COOKIE, hiddenLayersOf, type Layer } from "./timeline-layers";

/** Whose samples the page shows, if their role lets them see any. */
async function viewer(): Promise<Actor> {
  const actor = actorOf(await requireSession());
  requirePermission(actor, "samples:read");
  return actor;
}

export async function loadLibrary(): Promise<SampleRow[]> {
  return listSamples((await viewer()).id);
}

/** Null for an id that is nobody's, somebody else's, deleted, or no id at all. */
export async function loadSample(id: string): Promise<SampleDetail | null> {
  const owner = await viewer();
  return z.uuid().safeParse(id).success ? findSample(owner, id) : null;
}

export async function loadDashboard(): Promise<DashboardSummary> {
  return summariseLibrary((await viewer()).id);
}

/** Layers of the timeline that the visitor switched off in this browser. */
export async function loadHiddenLayers(): Promise<Layer[]> {
  return hiddenLayersOf((await cookies()).get(HIDDEN_LAYERS_COOKIE)?.value);
}
