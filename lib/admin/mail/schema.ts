import { z } from "zod";
import { pageNumber, searchText } from "@/lib/admin/page-query";

export const MAIL_STATES = ["unsent", "queued", "failed", "sent"] as const;
export type MailState = (typeof MAIL_STATES)[number];

export const mailQuerySchema = z.object({
  state: z.enum(MAIL_STATES).nullable().catch(null),
  q: searchText,
  page: pageNumber,
});
export type MailQuery = z.output<typeof mailQuerySchema>;

/** An e-mail without its text, which may contain a link that opens an account. Times are ISO 8601. */
export interface MailRow {
  id: string;
  recipient: string;
  subject: string;
  /** `unsent`: created without a mail server, for an admin to pass on. `failed`: no further attempts. */
  state: MailState;
  attempts: number;
  failure: string | null;
  createdAt: string;
  sentAt: string | null;
  nextAttemptAt: string | null;
}

export const mailSchema = z.object({ id: z.uuid() });
export type MailId = z.input<typeof mailSchema>;
