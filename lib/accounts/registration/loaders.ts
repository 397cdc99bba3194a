import "server-only";
import { connection } from "next/server";
import { hasNobody, readRegistrationMode } from "./lookups";
import type { RegistrationDoor } from "./schema";

/** What the pages before sign-in say about registering. */
export async function loadRegistrationDoor(): Promise<RegistrationDoor> {
  await connection();
  return (await hasNobody()) ? "first" : readRegistrationMode();
}
