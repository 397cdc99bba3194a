import { useKeyNotation } from "#notation";
import { useText } from "#text";
import type { KeyLike } from "@/lib/music/keys";
import { writeKey, writeKeyBeside } from "@/lib/music/notation";

/** A key as the person wants keys written. */
export function KeyName({ of: key }: { of: KeyLike }) {
  return writeKey(key, useKeyNotation(), useText());
}

/** What stands beside it in smaller type. */
export function KeyBeside({ of: key }: { of: KeyLike }) {
  return writeKeyBeside(key, useKeyNotation(), useText());
}
