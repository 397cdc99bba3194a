import type { FileTagNote } from "./schema";

const LINE_MAX = 300;
const COMMENT_MAX = 2000;
const LIST_MAX = 32;

/** Control characters except line feed and tab, and characters that turn the direction of text. */
const UNWANTED = /[\p{Cc}\p{Co}\p{Cn}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe]/gu;
const UTF8_READ_AS_LATIN1 = /[\u00c2-\u00f4][\u0080-\u00bf]/;

/** Makes text of strangers safe to store and show, and remembers what it had to do. */
export class TagText {
  readonly notes = new Set<FileTagNote>();

  /** One line. Null if nothing is left. */
  line(value: unknown): string | null {
    const text = this.#clean(value);
    return text === null ? null : this.#bounded(text.replace(/\s+/gu, " "), LINE_MAX);
  }

  /** Text of several lines. */
  comment(value: unknown): string | null {
    const text = this.#clean(value);
    return text === null ? null : this.#bounded(text, COMMENT_MAX);
  }

  /** Single words and phrases: each once, in order. Items that hold a list ("Drums; Kick") are taken apart. */
  list(values: readonly unknown[]): string[] {
    const items = new Set<string>();
    for (const value of values.slice(0, LIST_MAX)) {
      for (const part of (this.comment(value) ?? "").split(/[;\0\n]|\s\/\s/u)) {
        const item = this.line(part);
        if (item) items.add(item);
      }
    }
    if (items.size > LIST_MAX || values.length > LIST_MAX) this.notes.add("shortened");
    return [...items].slice(0, LIST_MAX);
  }

  #clean(value: unknown): string | null {
    if (typeof value !== "string" && typeof value !== "number") return null;
    // Cut first: a tag of ten megabytes must not pass through every expression below.
    const given = String(value);
    if (given.length > COMMENT_MAX * 4) this.notes.add("shortened");
    const mended = this.#mend(given.slice(0, COMMENT_MAX * 4).toWellFormed());
    const text = mended.normalize("NFC").replace(/\r\n?/g, "\n").replace(UNWANTED, keepLineBreaks).trim();
    return text === "" ? null : text;
  }

  #bounded(text: string, length: number): string {
    if (text.length <= length) return text;
    this.notes.add("shortened");
    return `${text
      .slice(0, length - 1)
      .toWellFormed()
      .replace(/\ufffd$/, "")}…`;
  }

  /** Many writers put UTF-8 into fields that are read as Latin-1 ("FÃ¼r"). Only text that decodes whole is mended. */
  #mend(text: string): string {
    if (!UTF8_READ_AS_LATIN1.test(text)) return text;
    const bytes = latin1Bytes(text);
    if (!bytes) return text;
    try {
      const decoded = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      this.notes.add("encoding_mended");
      return decoded;
    } catch {
      return text;
    }
  }
}

const keepLineBreaks = (character: string) => (character === "\n" || character === "\t" ? character : "");

function latin1Bytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0xff) return null;
    bytes[at] = code;
  }
  return bytes;
}
