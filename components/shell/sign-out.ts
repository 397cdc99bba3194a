"use client";

import { signOut as endSession } from "next-auth/react";

/** Ends the session and loads a new page, so that no private data stays in the browser's memory. */
export async function signOut(): Promise<void> {
  await endSession({ redirect: false });
  window.location.assign("/");
}
