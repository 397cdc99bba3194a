import { dictionary } from "@zxcvbn-ts/language-common";

/**
 * `common`: one of the passwords that attackers try first. `personal`: little more than the person's own name or
 * address.
 */
export type PasswordFault = "common" | "personal";

interface Owner {
  name: string;
  email: string;
}

/** A password must have this many characters besides what is publicly known about its owner. */
const OWN_LEAST_LENGTH = 6;
const PART_LEAST_LENGTH = 3;
const PRODUCT = "samplemind";
const LOOKALIKES: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "l",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

let list: ReadonlySet<string> | undefined;

/** About 49,000 passwords from breaches, in lower case, most common first. */
const commonPasswords = (): ReadonlySet<string> => {
  list ??= new Set(dictionary["passwords-common"]);
  return list;
};

/** Why the password is too easy to guess. Returns null if it is not. */
export function passwordFault(password: string, owner: Owner): PasswordFault | null {
  const text = password.normalize("NFKC").toLowerCase();
  if (isCommon(text)) return "common";
  return isPersonal(text, owner) ? "personal" : null;
}

/**
 * Whether it is on the list, or a variation that people make when told to add something: `Password123!`,
 * `P@ssw0rd2024`.
 */
function isCommon(text: string): boolean {
  const bare = text.replace(/[^\p{L}]+$/u, "").replace(/^[^\p{L}]+/u, "");
  const forms = [text, bare, plain(text), plain(bare), plain(text).replace(/\P{L}+/gu, "")];
  return forms.some((form) => commonPasswords().has(shortestRepeat(form))) || isRun(text);
}

const plain = (text: string) => text.replace(/[013457@$!]/g, (character) => LOOKALIKES[character] ?? character);

/** `abcabcabc` → `abc`. */
function shortestRepeat(text: string): string {
  for (let length = 1; length <= text.length / 2; length++) {
    if (text.length % length === 0 && text.slice(0, length).repeat(text.length / length) === text) {
      return text.slice(0, length);
    }
  }
  return text;
}

/** Fewer than four different characters, or characters in sequence: `abcdefghij`, `9876543210`. */
function isRun(text: string): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  if (new Set(codes).size < 4) return true;
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1;
}

/** Attackers try what they know about a person first, so the rest of the password must be strong enough by itself. */
function isPersonal(text: string, { name, email }: Owner): boolean {
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  const words = [
    email.toLowerCase(),
    local,
    ...domain.split(".").slice(0, -1),
    ...local.split(/[^\p{L}]+/u),
    ...nameWords(name),
    PRODUCT,
  ];
  const known = words.filter((word) => word.length >= PART_LEAST_LENGTH).sort((a, b) => b.length - a.length);
  const rest = known.reduce((left, word) => left.replaceAll(word, ""), text);
  return rest !== text && rest.replace(/\P{L}+/gu, "").length + Math.min(digitsOf(rest), 2) < OWN_LEAST_LENGTH;
}

const nameWords = (name: string) => name.normalize("NFKC").toLowerCase().split(/\s+/);
const digitsOf = (text: string) => text.replace(/\D/g, "").length;
