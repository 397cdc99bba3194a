import "server-only";
import { connection } from "next/server";
import { currentSession } from "@/lib/identity/current-actor";
import { tryoutFeatures } from "./access";

/** Whether the landing page offers to measure a file. */
export async function loadTryoutDoor(): Promise<boolean> {
  await connection();
  return (await tryoutFeatures(await currentSession())).has("try-without-account");
}
