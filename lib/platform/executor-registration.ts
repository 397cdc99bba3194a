import { z } from "zod";
import { bearerToken } from "@/embedded/inngest/signature";
import { env } from "@/lib/env";
import { EXECUTOR_APP, SERVE_PATH, serveOrigin } from "./executor-address";

/** One function as the Inngest server lists it. `Config` is JSON. */
const listed = z.array(z.looseObject({ Config: z.string() }));
const config = z.looseObject({ steps: z.array(z.looseObject({ uri: z.string() })) });

/** `no_functions`: it knows none of this application. `another_address`: it would call them somewhere else. */
export type Registration = "registered" | "no_functions" | "another_address";

/**
 * What the executor knows of this application's functions. Servers without such a list count as registered.
 * @throws if the executor does not answer.
 */
export async function readRegistration(executorUrl: string, signal: AbortSignal): Promise<Registration> {
  const key = env.INNGEST_SIGNING_KEY;
  const answer = await fetch(new URL(`/v1/apps/${EXECUTOR_APP}/functions`, executorUrl), {
    headers: key ? { authorization: `Bearer ${bearerToken(key)}` } : {},
    cache: "no-store",
    signal,
  });
  // With another signing key than ours, it can have no functions of ours.
  if (answer.status === 401) return "no_functions";
  const functions = listed.nullable().safeParse(await answer.json().catch(() => undefined));
  if (!answer.ok || !functions.success) return "registered";
  if (!functions.data?.length) return "no_functions";
  const origin = serveOrigin();
  if (!origin) return "registered";
  const isOurs = (address: string) =>
    URL.canParse(address) && new URL(address).origin === origin && new URL(address).pathname === SERVE_PATH;
  return functions.data.every((one) => addressesIn(one.Config).every(isOurs)) ? "registered" : "another_address";
}

function addressesIn(json: string): string[] {
  const read = config.safeParse(JSON.parse(json));
  return read.success ? read.data.steps.map(({ uri }) => uri) : [];
}
