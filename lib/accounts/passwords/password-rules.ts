import { dictionary } from "@zxcvbn-ts/language-common";

/** `common`: among the passwords that are tried first. `personal`: little more than the person's own name or address. */
export type PasswordFault = "common" | "personal";

interface Owner {
  name: string;
  email: string;
}

/** So much must be left of a password once what everybody knows of its owner is taken out of it. */
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

/** Some 49,000 passwords from breaches, lower case, the commonest first. */
const commonPasswords = (): ReadonlySet<string> => {
  list ??= new Set(dictionary["passwords-common"]);
  return list;
};

/** Why nobody should have this password; null where there is nothing to say against it. */
export function passwordFault(password: string, owner: Owner): PasswordFault | null {
  const text = password.normalize("NFKC").toLowerCase();
  if (isCommon(text)) return "common";
  return isPersonal(text, owner) ? "personal" : null;
}

/** The list itself, and what people make of it when they are told to add something: `Password123!`, `P@ssw0rd2024`. */
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

/** Fewer than four different characters, or one step after the other: `abcdefghij`, `9876543210`. */
function isRun(text: string): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  if (new Set(codes).size < 4) return true;
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1;
}

/** What is known of a person is the first thing that is tried: whatever else the password has must stand alone. */
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
