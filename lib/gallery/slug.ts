import { randomInt } from "node:crypto";
import { SLUG_WORDS_MAX } from "./constants";

const END_CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const END_LENGTH = 6;

/**
 * The last part of an address: the title's words in plain letters, and an end that nobody can guess, so that no address is
 * given twice and none tells how many there are.
 */
export function slugOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, SLUG_WORDS_MAX)
    .replace(/^-+|-+$/g, "");
  return `${words || "sound"}-${randomEnd()}`;
}

const randomEnd = () =>
  Array.from({ length: END_LENGTH }, () => END_CHARACTERS[randomInt(END_CHARACTERS.length)]).join("");

/** Whether a text could be one, so that nothing else is looked up. */
export const isSlug = (text: string): boolean => text.length <= 100 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
