"use client";

import { useText } from "#text";
import type { KeyLike } from "@/lib/music/keys";
import { type KeyNotation, writeKey, writeKeyBeside } from "@/lib/music/notation";
import { useChoices } from "./choices-provider";

/** The notation that the person has chosen. */
export const useKeyNotation = (): KeyNotation => useChoices().choices.notation;

/** A key as the person wants keys written; also in what is drawn on the server. */
export function KeyName({ of: key }: { of: KeyLike }) {
  return writeKey(key, useKeyNotation(), useText());
}

/** What stands beside it in smaller type. */
export function KeyBeside({ of: key }: { of: KeyLike }) {
  return writeKeyBeside(key, useKeyNotation(), useText());
}
