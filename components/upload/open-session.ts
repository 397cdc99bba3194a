import type { UploadSession } from "./upload-session";

// Every page of the studio asks whether something is being uploaded, but only a page that uploads loads the code for it.
let open: UploadSession | null = null;
const listeners = new Set<() => void>();

/** The session of this tab once there is one. */
export const openSession = (): UploadSession | null => open;

export function sessionOpened(session: UploadSession): void {
  open = session;
  for (const listener of listeners) listener();
}

export function onSessionOpened(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
