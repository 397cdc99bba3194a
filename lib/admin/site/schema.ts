import { z } from "zod";
import { publicLine, publicText } from "@/lib/format/public-text";
import { msg } from "@/lib/language/text";
import {
  ANNOUNCEMENT_HOURS,
  ANNOUNCEMENT_LEVELS,
  ANNOUNCEMENT_MAX,
  LEGAL_PAGES,
  LEGAL_TEXT_MAX,
  SITE_NAME_MAX,
} from "@/lib/site/constants";
import type { Announcement } from "@/lib/site/schema";

/** As people count characters. */
const atMost = (most: number) =>
  z.string().refine((text) => [...text].length <= most, msg`Use at most ${most.toLocaleString("en")} characters`);

export const renameSiteSchema = z.object({ name: z.string().transform(publicLine).pipe(atMost(SITE_NAME_MAX)) });
export type RenameSite = z.input<typeof renameSiteSchema>;

const isOffered = (hours: number) => ANNOUNCEMENT_HOURS.some((offered) => offered === hours);

export const announceSchema = z.object({
  /** Empty to have none. */
  text: z.string().transform(publicText).pipe(atMost(ANNOUNCEMENT_MAX)),
  level: z.enum(ANNOUNCEMENT_LEVELS),
  /** Null if it stands until it is removed. */
  hours: z.number().refine(isOffered, msg("Choose one of the times")).nullable(),
});
export type Announce = z.input<typeof announceSchema>;

export const writeLegalTextSchema = z.object({
  page: z.enum(LEGAL_PAGES),
  /** Empty to have none. */
  text: z.string().transform(publicText).pipe(atMost(LEGAL_TEXT_MAX)),
});
export type WriteLegalText = z.input<typeof writeLegalTextSchema>;

/** What an admin has written. */
export interface SiteSettings {
  /** Empty if it has not been named. */
  name: string;
  announcement: Announcement | null;
  terms: string;
  privacy: string;
}
