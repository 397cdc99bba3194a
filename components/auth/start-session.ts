"use client";

import { signIn } from "next-auth/react";
import type { SignInInput } from "@/lib/auth/schema";

/** Signs in without leaving the page. False when the server knows no such pair of address and password. */
export async function startSession({ email, password }: SignInInput): Promise<boolean> {
  const response = await signIn("credentials", { redirect: false, email, password });
  if (response?.ok) return true;
  if (response?.error === "CredentialsSignin") return false;
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
