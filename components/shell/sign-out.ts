"use client";

import { signOut as endSession } from "next-auth/react";

/** Ends the session and leaves with a fresh page, so that nothing of it stays in the browser's memory. */
export async function signOut(): Promise<void> {
  await endSession({ redirect: false });
  window.location.assign("/");
}
