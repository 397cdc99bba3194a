import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { personSettings } from "@/db/schema/person-settings";
import { users } from "@/db/schema/users";
import { FIRST_LANGUAGE, LANGUAGES, type Language } from "@/lib/language/constants";
import type { Letter } from "./letter";

/** The language that a letter's reader has chosen, otherwise the one they registered in. English without an account. */
export async function readLanguageOf(tx: Executor, { recipient, readerId }: Letter): Promise<Language> {
  const { choices } = personSettings;
  const chosen = sql<
    string | null
  >`coalesce(nullif(${choices} ->> 'language', 'auto'), ${choices} ->> ${FIRST_LANGUAGE})`;
  const [reader] = await tx
    .select({ language: chosen })
    .from(personSettings)
    .innerJoin(users, eq(users.id, personSettings.userId))
    .where(readerId === undefined ? eq(users.email, recipient) : eq(users.id, readerId));
  return LANGUAGES.find((language) => language === reader?.language) ?? LANGUAGES[0];
}
