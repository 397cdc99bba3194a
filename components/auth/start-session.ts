"use client";

import { signIn } from "next-auth/react";
import type { SignInInput } from "@/lib/accounts/schema";
import { SECOND_STEP_PREFIX, type SecondStepInput } from "@/lib/accounts/sign-in/schema";

export type SessionStart =
  | { outcome: "signed-in" }
  | { outcome: "refused" | "rate_limited" }
  | { outcome: "second-step"; ticket: string };

/** Signs in without leaving the page: by address and password, or so far that a code of the second factor is due. */
export async function startSession({ email, password }: SignInInput): Promise<SessionStart> {
  return outcomeOf(await signIn("credentials", { redirect: false, email, password }));
}

/** The second step, with the ticket of the first. */
export async function finishSession({ ticket, code }: SecondStepInput): Promise<SessionStart> {
  return outcomeOf(await signIn("second-step", { redirect: false, ticket, code }));
}

function outcomeOf(response: { ok: boolean; error: string | null } | undefined): SessionStart {
  if (response?.ok && !response.error) return { outcome: "signed-in" };
  if (response?.error === "CredentialsSignin") return { outcome: "refused" };
  if (response?.error === "RateLimited") return { outcome: "rate_limited" };
  if (response?.error?.startsWith(SECOND_STEP_PREFIX)) {
    return { outcome: "second-step", ticket: response.error.slice(SECOND_STEP_PREFIX.length) };
  }
  throw new Error("sign-in did not answer");
}

/** A full page load: nothing a stranger's page held in memory is shown to the person who has just signed in. */
export function goTo(path: string): void {
  window.location.assign(path);
}

/** `?next=` of the address, as it stands; whoever uses it must check it. */
export function requestedPath(): string | null {
  return new URLSearchParams(window.location.search).get("next");
}
