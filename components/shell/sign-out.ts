"use client";

import { audioPlayer } from "@/components/player/audio-player";
import { forgetKept } from "@/components/player/kept-sounds";

/** Ends the session and loads a new page, so that no private data stays in the browser's memory. */
export async function signOut(): Promise<void> {
  const { signOut: endSession } = await import("next-auth/react");
  await endSession({ redirect: false });
  // What plays would be kept for the next page otherwise, and with it its name.
  audioPlayer().stop();
  await forgetKept();
  window.location.assign("/");
}
