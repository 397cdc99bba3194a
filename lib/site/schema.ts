import { z } from "zod";
import { ANNOUNCEMENT_LEVELS, type AnnouncementLevel } from "./constants";

/** An announcement as everybody sees it. */
export interface Announcement {
  /** Another text has another id, so that who has put one away sees the next. */
  id: string;
  text: string;
  level: AnnouncementLevel;
  /** ISO 8601. Null if it stands until it is removed. */
  until: string | null;
}

export const announcementSchema: z.ZodType<Announcement> = z.object({
  id: z.string(),
  text: z.string(),
  level: z.enum(ANNOUNCEMENT_LEVELS),
  until: z.string().nullable(),
});

/** What every page says of the server it is on. */
export interface Site {
  name: string;
  announcement: Announcement | null;
  /** Which texts there are. */
  hasTerms: boolean;
  hasPrivacy: boolean;
}
