import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { derivedKey } from "@/lib/platform/derived-key";
import { clientNetwork } from "@/lib/request/ip-address";
import type { Listener } from "./schema";

const TAG_BYTES = 18;
const KEY_BYTES = 16;
const DAY_MS = 24 * 60 * 60 * 1000;
const PURPOSE = "plays";

/** Who may report a play: the account that began it, or for a stranger the browser at the same address. */
interface Bound {
  publicationId: string;
  listener: Listener;
}

/** The id of a play as its player gets it: a UUID, and a signature that binds it to publication and listener. */
export const playToken = (id: string, bound: Bound): string => `${id}.${tagOf(id, bound)}`;

/** The id, or null if this listener did not get it for this publication. */
export function readPlayToken(token: string, bound: Bound): string | null {
  const [id = "", tag = "", ...rest] = token.split(".");
  if (rest.length > 0 || !z.uuid().safeParse(id).success || id !== id.toLowerCase()) return null;
  const [shown, expected] = [Buffer.from(tag), Buffer.from(tagOf(id, bound))];
  return shown.length === expected.length && timingSafeEqual(shown, expected) ? id : null;
}

function tagOf(id: string, { publicationId, listener }: Bound): string {
  const who = listener.userId === null ? `device:${listener.deviceKey}` : `account:${listener.userId}`;
  const mac = createHmac("sha256", derivedKey(PURPOSE)).update(`${id}\n${publicationId}\n${who}`);
  return mac.digest().subarray(0, TAG_BYTES).toString("base64url");
}

/**
 * What plays of one browser at one address have in common for a day. The next day it is another: nobody is followed for
 * longer than the rule has to look back.
 */
export function deviceKeyOf(facts: { address: string | null; userAgent: string | null }, atMs: number): string {
  const day = Math.floor(atMs / DAY_MS);
  const network = clientNetwork(facts.address) ?? "unknown";
  const mac = createHmac("sha256", derivedKey("play listeners")).update(`${day}\n${network}\n${facts.userAgent ?? ""}`);
  return mac.digest().subarray(0, KEY_BYTES).toString("base64url");
}

/** When a play's id was made, which the id says (UUIDv7). */
export const timeOfPlay = (token: string): number => Number.parseInt(token.slice(0, 13).replace("-", ""), 16);
