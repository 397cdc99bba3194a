import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { loadText } from "@/lib/choices/language";
import { type Actor, actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { requirePermission } from "@/lib/identity/permissions";
import { TRASH_MAX_ROWS } from "./constants";
import { findSample, summariseLibrary } from "./data";
import { effectiveDescription } from "./effective-description";
import type { DashboardSummary, SampleDetail, TrashedSample } from "./schema";
import { HIDDEN_LAYERS_COOKIE, hiddenLayersOf, type Layer } from "./timeline-layers";
import { listTrashPage } from "./trash/data";

/** The signed-in person, if their role may see samples. */
async function viewer(): Promise<Actor> {
  const actor = actorOf(await requireSession());
  requirePermission(actor, "samples:read");
  return actor;
}

/** Described in the reader's language. Returns null if the id is malformed or unknown, or the sample is deleted or belongs to another person. */
export async function loadSample(id: string): Promise<SampleDetail | null> {
  const owner = await viewer();
  const [sample, t] = await Promise.all([z.uuid().safeParse(id).success ? findSample(owner, id) : null, loadText()]);
  return sample?.record
    ? { ...sample, description: effectiveDescription(sample.record, sample.corrections, t) }
    : sample;
}

/** The deleted samples that can still be restored, the last deleted first: as many as one page shows. */
export async function loadTrash(): Promise<{ samples: TrashedSample[]; hasMore: boolean }> {
  const { rows, next } = await listTrashPage((await viewer()).id, { limit: TRASH_MAX_ROWS, after: null });
  return { samples: rows, hasMore: next !== null };
}

export async function loadDashboard(): Promise<DashboardSummary> {
  return summariseLibrary(await viewer());
}

/** Timeline layers that the viewer has hidden in this browser. */
export async function loadHiddenLayers(): Promise<Layer[]> {
  return hiddenLayersOf((await cookies()).get(HIDDEN_LAYERS_COOKIE)?.value);
}
