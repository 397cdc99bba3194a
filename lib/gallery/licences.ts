import { ENGLISH, msg, type Text } from "@/lib/language/text";
import type { AiTraining, Licence } from "@/lib/music/rights";

interface LicenceText {
  name: string;
  /** What it lets others do, in a sentence. */
  summary: string;
  /** Where its text is. Null if it is the law's own. */
  url: string | null;
}

export const LICENCE_TEXTS: Readonly<Record<Licence, LicenceText>> = {
  cc0: {
    name: "CC0 1.0",
    summary: msg("Anybody may use it for anything, without asking and without naming anybody."),
    url: "https://creativecommons.org/publicdomain/zero/1.0/",
  },
  "cc-by": {
    name: "CC BY 4.0",
    summary: msg("Anybody may use and change it, also for money, and names the artist."),
    url: "https://creativecommons.org/licenses/by/4.0/",
  },
  "cc-by-nc": {
    name: "CC BY-NC 4.0",
    summary: msg("Anybody may use and change it, but not for money, and names the artist."),
    url: "https://creativecommons.org/licenses/by-nc/4.0/",
  },
  "all-rights-reserved": {
    name: msg("All rights reserved"),
    summary: msg("It may be listened to. For everything else, ask the artist."),
    url: null,
  },
};

export const AI_TRAINING_TEXTS: Readonly<Record<AiTraining, string>> = {
  allowed: msg("The artist lets machines learn from it."),
  not_allowed: msg("The artist does not want machines to learn from it."),
};

export interface Attributed {
  title: string;
  artistName: string;
  /** The full address of its page. */
  address: string;
  licence: Licence;
}

/** What somebody who uses a sound writes beside their work: title, author, source and licence. */
export function attributionText({ title, artistName, address, licence }: Attributed, t: Text = ENGLISH): string {
  const { name, url } = LICENCE_TEXTS[licence];
  const work = { title, artist: artistName, address, licence: t(name) };
  return url === null
    ? t("“{title}” by {artist} ({address}). {licence}.", work)
    : t("“{title}” by {artist} ({address}), {licence} ({url})", { ...work, url });
}
