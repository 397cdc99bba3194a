import type { HashReply, HashRequest } from "./hash-messages";
import { sha256OfBlob } from "./sha256-of-blob";

const running = new Map<number, AbortController>();
const reply = (message: HashReply) => self.postMessage(message);

self.addEventListener("message", async ({ data }: MessageEvent<HashRequest>) => {
  if (data.type === "cancel") {
    running.get(data.requestId)?.abort();
    return;
  }
  const { requestId, file } = data;
  const controller = new AbortController();
  running.set(requestId, controller);
  try {
    const sha256 = await sha256OfBlob(file, {
      signal: controller.signal,
      onProgress: (hashedBytes) => reply({ type: "progress", requestId, hashedBytes }),
    });
    reply({ type: "done", requestId, sha256 });
  } catch {
    reply({ type: "failed", requestId });
  } finally {
    running.delete(requestId);
  }
});
