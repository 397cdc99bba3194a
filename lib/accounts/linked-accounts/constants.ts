export const PROVIDERS = ["google", "github", "spotify"] as const;
export type ProviderId = (typeof PROVIDERS)[number];

export const PROVIDER_NAMES: Readonly<Record<ProviderId, string>> = {
  google: "Google",
  github: "GitHub",
  spotify: "Spotify",
};

/** Why a visit to another service linked nothing. The redirect back to the settings carries it in `?link=`. */
export const LINK_REFUSED = ["already_linked", "demo_account", "expired", "linked_elsewhere"] as const;
export type LinkRefusal = (typeof LINK_REFUSED)[number];
