import type { Text } from "@/lib/language/text";

/** A letter whose language is not known yet: it is written when it is queued, in its reader's. */
export interface Letter {
  recipient: string;
  /** Whose language it has, if the address is not, or no longer, the one of their account. */
  readerId?: string;
  write: (t: Text) => Written;
}

export interface Written {
  subject: string;
  /** Plain text. */
  body: string;
}

export const paragraphs = (...texts: string[]): string => `${texts.join("\n\n")}\n`;
