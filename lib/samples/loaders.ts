import "server-only";
import { z } from "zod";
import { actorOf } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/loaders";
import { findSample, listSamples, summariseLibrary } from "./data";
import type { DashboardSummary, SampleDetail, SampleRow } from "./schema";

const viewerId = async () => actorOf(await requireSession()).id;

export async function loadLibrary(): Promise<SampleRow[]> {
  return listSamples(await viewerId());
}

/** Null for an id that is nobody's, somebody else's, deleted, or no id at all. */
export async function loadSample(id: string): Promise<SampleDetail | null> {
  const owner = await viewerId();
  return z.uuid().safeParse(id).success ? findSample(owner, id) : null;
}

export async function loadDashboard(): Promise<DashboardSummary> {
  return summariseLibrary(await viewerId());
}
