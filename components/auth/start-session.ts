"use client";

import { SECOND_STEP_PREFIX } from "@/lib/accounts/constants";
import type { ProviderId } from "@/lib/accounts/linked-accounts/constants";
import type { SignInInput } from "@/lib/accounts/schema";
import type { SecondStepInput } from "@/lib/accounts/sign-in/schema";

/** A new library is empty, so the first page is the one that fills it. */
export const FIRST_PATH = "/upload";

/** The library comes when somebody signs in: the page is there before it. */
const nextAuth = () => import("next-auth/react");

export type SessionStart =
  | { outcome: "signed-in" }
  | { outcome: "refused" | "rate_limited" }
  | { outcome: "second-step"; ticket: string };

/** Signs in by e-mail address and password, without leaving the page. With two-factor authentication a code comes next. */
export async function startSession({ email, password }: SignInInput): Promise<SessionStart> {
  const { signIn } = await nextAuth();
  return outcomeOf(await signIn("credentials", { redirect: false, email, password }));
}

/** The second step of a sign-in, with the ticket that the first step returned. */
export async function finishSession({ ticket, code }: SecondStepInput): Promise<SessionStart> {
  const { signIn } = await nextAuth();
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

/** Sends the browser to another service, which sends it back to `callbackUrl`. */
export async function signInWith(provider: ProviderId, callbackUrl: string): Promise<void> {
  const { signIn } = await nextAuth();
  await signIn(provider, { callbackUrl });
}

/** Loads the whole page, so that nothing a signed-out page held in memory reaches the person who just signed in. */
export function goTo(path: string): void {
  window.location.assign(path);
}

/** The address's `?next=`, unchecked: callers must pass it through `safeNextPath`. */
export function requestedPath(): string | null {
  return new URLSearchParams(window.location.search).get("next");
}
