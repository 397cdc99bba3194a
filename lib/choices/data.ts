import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { personSettings } from "@/db/schema/person-settings";
import type { ActorId } from "@/lib/identity/actor";
import { type Choose, choicesStored } from "./schema";

/** What a person has chosen. Who has no row has chosen nothing. */
export async function readChoices(owner: ActorId): Promise<Choose> {
  const [row] = await db()
    .select({ choices: personSettings.choices })
    .from(personSettings)
    .where(eq(personSettings.userId, owner));
  return choicesStored(row?.choices ?? {});
}
