import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { linkedAccounts } from "@/db/schema/linked-accounts";
import type { ActorId } from "@/lib/identity/actor";
import type { ProviderId } from "./constants";

export interface LinkedAccountRow {
  provider: ProviderId;
  label: string | null;
  createdAt: Date;
}

export async function listLinkedAccounts(owner: ActorId): Promise<LinkedAccountRow[]> {
  const { provider, label, createdAt } = linkedAccounts;
  return db().select({ provider, label, createdAt }).from(linkedAccounts).where(eq(linkedAccounts.userId, owner));
}
