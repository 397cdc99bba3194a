import "server-only";
import { headers } from "next/headers";
import { isLocalRequest } from "@/lib/request/local-request";
import { hasNobody, readRegistrationMode } from "./lookups";
import type { RegistrationDoor } from "./schema";

/** What the pages before sign-in say about registering. */
export async function loadRegistrationDoor(): Promise<RegistrationDoor> {
  if (await hasNobody()) return isLocalRequest(await headers()) ? "first" : "first-with-code";
  return readRegistrationMode();
}
