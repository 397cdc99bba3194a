import "server-only";
import { actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { readUsage } from "./data";
import type { Usage } from "./schema";

export async function loadUsage(): Promise<Usage> {
  return readUsage(actorOf(await requireSession()));
}
