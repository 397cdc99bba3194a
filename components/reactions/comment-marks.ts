import type { Comment } from "@/lib/comments/schema";
import { formatPosition } from "@/lib/format/position";
import type { Text } from "@/lib/language/text";

/** The id of a comment's element on the page. */
export const commentId = (id: string): string => `comment-${id}`;

/** Where in the sound something is said, for the waveform. */
export const commentMarks = (comments: readonly Comment[], t: Text) =>
  comments.flatMap(({ id, atSeconds, authorName }) =>
    atSeconds === null
      ? []
      : [
          {
            id: commentId(id),
            atSeconds,
            label: t("{name} at {position}", { name: authorName, position: formatPosition(atSeconds) }),
          },
        ],
  );
