import "server-only";
import { actorOf } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/loaders";
import { readUsage } from "./data";
import type { Usage } from "./schema";

export async function loadUsage(): Promise<Usage> {
  return readUsage(actorOf(await requireSession()));
}
