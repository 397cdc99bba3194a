"use client";

/** Ends the session and loads a new page, so that no private data stays in the browser's memory. */
export async function signOut(): Promise<void> {
  const { signOut: endSession } = await import("next-auth/react");
  await endSession({ redirect: false });
  window.location.assign("/");
}
