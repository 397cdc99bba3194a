import { z } from "zod";
import { parsePosition } from "@/lib/format/position";
import { publicText } from "@/lib/format/public-text";
import { msg } from "@/lib/language/text";
import { COMMENT_MAX } from "./constants";

/** What somebody says about an item, as everybody sees it. Times are ISO 8601. */
export interface Comment {
  id: string;
  text: string;
  /** Null if it is about all of it. */
  atSeconds: number | null;
  authorName: string;
  handle: string;
  createdAt: string;
  /** Whether the viewer wrote it, or published what it is about: then they can take it away. */
  isOwn: boolean;
  isOnOwnItem: boolean;
}

/** Who may write: nobody without an account, and nobody without a public name. */
export type CommentWriter = "stranger" | "nameless" | "named";

export interface CommentPage {
  comments: Comment[];
  nextCursor: string | null;
  total: number;
  writer: CommentWriter;
}

export const writeCommentSchema = z.object({
  publicationId: z.uuid(),
  text: z
    .string()
    .transform(publicText)
    .pipe(
      z
        .string()
        .min(1, msg("Write something first"))
        .refine((text) => [...text].length <= COMMENT_MAX, msg`Use at most ${COMMENT_MAX} characters`),
    ),
  /** A time in the sound, as `0:42`. Empty: about all of it. */
  at: z
    .string()
    .default("")
    .transform((text) => text.trim())
    .refine((text) => text === "" || parsePosition(text) !== null, msg("Write a time such as 0:42, or leave it empty"))
    .transform((text) => (text === "" ? null : parsePosition(text))),
});
export type WriteComment = z.input<typeof writeCommentSchema>;

export const commentIdSchema = z.object({ id: z.uuid() });
