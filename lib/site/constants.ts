/** What the product is called, and a server until its admin names it. */
export const PRODUCT_NAME = "SampleMind";

export const SITE_NAME_MAX = 40;
export const ANNOUNCEMENT_MAX = 500;
export const LEGAL_TEXT_MAX = 50_000;

/** How urgent an announcement is. */
export const ANNOUNCEMENT_LEVELS = ["info", "warning", "danger"] as const;
export type AnnouncementLevel = (typeof ANNOUNCEMENT_LEVELS)[number];
/** How many hours it may stand, if it does not stand until it is removed. */
export const ANNOUNCEMENT_HOURS = [1, 6, 24, 72, 168, 720] as const;

/** Texts that a server can have, each at the address of its name. */
export const LEGAL_PAGES = ["terms", "privacy"] as const;
export type LegalPage = (typeof LEGAL_PAGES)[number];

/** The names of the rows of `system_settings`. */
export const SITE_SETTINGS = {
  name: "site.name",
  announcement: "site.announcement",
  terms: "site.terms",
  privacy: "site.privacy",
} as const;
