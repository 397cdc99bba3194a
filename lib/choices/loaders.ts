import "server-only";
import { cookies } from "next/headers";
import { connection } from "next/server";
import { cache } from "react";
import { type ActorId, actorOf } from "@/lib/identity/actor";
import { currentSession } from "@/lib/identity/current-actor";
import { logger } from "@/lib/platform/logger";
import { CHOICES_COOKIE, choicesOfCookie } from "./choice-cookie";
import type { Choices } from "./constants";
import { readChoices } from "./data";
import type { Choose } from "./schema";

/** What is chosen: by the person, otherwise in this browser. The database is asked once per request. */
export const loadChoices = cache(async (): Promise<Choices> => {
  const inBrowser = choicesOfCookie((await cookies()).get(CHOICES_COOKIE)?.value);
  return { ...inBrowser, ...(await chosenByPerson()) };
});

/** Whether what is chosen is kept for the person, and not only in the browser. */
export async function loadKeepsChoices(): Promise<boolean> {
  await connection();
  return (await ownerOfChoices().catch(() => null)) !== null;
}

/** The demo account is shared, so its visitors' choices are their browsers'. */
async function ownerOfChoices(): Promise<ActorId | null> {
  const session = await currentSession();
  return session && !session.viewer.isDemo ? actorOf(session).id : null;
}

/** Every document needs it: a page that explains why the database is away is drawn with what the cookie says. */
async function chosenByPerson(): Promise<Choose> {
  try {
    const owner = await ownerOfChoices();
    return owner ? await readChoices(owner) : {};
  } catch (error) {
    logger().error({ err: error }, "the choices could not be read");
    return {};
  }
}
