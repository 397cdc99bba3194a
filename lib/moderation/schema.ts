import { z } from "zod";
import { publicText } from "@/lib/format/public-text";
import { msg } from "@/lib/language/text";
import { APPEAL_MAX, DECISION_TEXT_MAX, REPORT_REASONS, REPORT_TEXT_MAX, type ReportReason } from "./constants";

/** What somebody is about to report. */
export interface Reportable {
  publicationId: string;
  title: string;
  artistName: string;
  comment: { id: string; text: string; authorName: string } | null;
}

/** Everything that is open about one thing: it is answered at once. Times are ISO 8601. */
export interface ReportedThing {
  publicationId: string;
  slug: string;
  title: string;
  state: "public" | "withdrawn" | "taken_down";
  ownerId: string;
  ownerName: string | null;
  comment: { id: string; text: string; state: "shown" | "deleted" | "removed"; userId: string } | null;
  reports: number;
  reasons: ReportReason[];
  /** The words of the first reports. */
  texts: string[];
  firstReportedAt: string;
}

/** What an owner answered to a take-down. */
export interface OpenAppeal {
  publicationId: string;
  title: string;
  ownerId: string;
  ownerName: string | null;
  takenDownReason: string;
  appeal: string;
  appealedAt: string;
}

const text = (most: number) =>
  z
    .string()
    .default("")
    .transform(publicText)
    .pipe(z.string().refine((words) => [...words].length <= most, msg`Use at most ${most} characters`));

/** An empty field of a form is none. */
const optionalId = z.union([z.literal("").transform(() => null), z.uuid(), z.null()]).default(null);

export const reportSchema = z.object({
  publicationId: z.uuid(),
  commentId: optionalId,
  reason: z.enum(REPORT_REASONS, msg("Choose what is wrong")),
  text: text(REPORT_TEXT_MAX),
  /** People do not see this field. What fills in forms by itself does. */
  website: z.string().default(""),
});
export type Report = z.input<typeof reportSchema>;

export const answerReportsSchema = z
  .object({
    publicationId: z.uuid(),
    commentId: z.uuid().nullable(),
    decision: z.enum(["dismiss", "uphold"]),
    reason: text(DECISION_TEXT_MAX),
  })
  .refine(({ commentId, decision, reason }) => decision === "dismiss" || commentId !== null || reason !== "", {
    path: ["reason"],
    message: msg("Say why, for its owner"),
  });
export type AnswerReports = z.input<typeof answerReportsSchema>;

export const appealSchema = z.object({
  id: z.uuid(),
  text: text(APPEAL_MAX).pipe(z.string().min(1, msg("Say why it should be public again"))),
});
export type Appeal = z.input<typeof appealSchema>;

export const answerAppealSchema = z.object({ id: z.uuid(), decision: z.enum(["restore", "keep"]) });
export type AnswerAppeal = z.input<typeof answerAppealSchema>;
