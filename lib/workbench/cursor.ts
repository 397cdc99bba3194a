import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { derivedKey } from "@/lib/platform/derived-key";
import type { DoubtedValue } from "./constants";

const TAG_BYTES = 12;

/** The last sample of a page. `doubt` is its least confidence, exact and as text. */
const positionSchema = z.object({ doubt: z.string(), id: z.uuid() });
export type QueuePosition = z.infer<typeof positionSchema>;

interface Queue {
  ownerId: string;
  value: DoubtedValue | undefined;
}

/** Opaque, and signed for one person and one queue. */
export function queueCursor(queue: Queue, position: QueuePosition): string {
  const payload = Buffer.from(JSON.stringify(position)).toString("base64url");
  return `${payload}.${tagOf(queue, payload)}`;
}

/** Returns null if it was not given to this person for this queue. */
export function readQueueCursor(queue: Queue, cursor: string): QueuePosition | null {
  const [payload = "", tag = "", ...rest] = cursor.split(".");
  const [shown, expected] = [Buffer.from(tag), Buffer.from(tagOf(queue, payload))];
  if (rest.length > 0 || shown.length !== expected.length || !timingSafeEqual(shown, expected)) return null;
  return positionSchema.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8"))).data ?? null;
}

function tagOf({ ownerId, value }: Queue, payload: string): string {
  const mac = createHmac("sha256", derivedKey("workbench cursors")).update(`${ownerId}\n${value ?? ""}\n${payload}`);
  return mac.digest().subarray(0, TAG_BYTES).toString("base64url");
}
