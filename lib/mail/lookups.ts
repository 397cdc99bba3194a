import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { personSettings } from "@/db/schema/person-settings";
import { users } from "@/db/schema/users";
import { LANGUAGES, type Language } from "@/lib/language/constants";
import type { Letter } from "./letter";

/** The language that a letter's reader has chosen. English for whoever has chosen none, or has no account. */
export async function readLanguageOf(tx: Executor, { recipient, readerId }: Letter): Promise<Language> {
  const [reader] = await tx
    .select({ language: sql<string | null>`${personSettings.choices} ->> 'language'` })
    .from(personSettings)
    .innerJoin(users, eq(users.id, personSettings.userId))
    .where(readerId === undefined ? eq(users.email, recipient) : eq(users.id, readerId));
  return LANGUAGES.find((language) => language === reader?.language) ?? LANGUAGES[0];
}
