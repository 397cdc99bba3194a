const TEXTS: Readonly<Record<string, string>> = {
  demo_account: "The demo account has no keys. Create an account of your own.",
  scope_not_held: "Your account may not do all of that any more. Load the page again.",
  too_many_keys: "You have as many keys as there may be. Revoke one that is not used any more.",
  not_found: "This key was revoked already.",
  rate_limited: "That was too much at once. Wait a minute, then try again.",
  forbidden: "Your account may not do that any more. Load the page again.",
};

const FALLBACK = "The server did not answer. Nothing was changed: try again in a moment.";

export const keyRefusalText = (reason: string | undefined): string => TEXTS[reason ?? ""] ?? FALLBACK;
