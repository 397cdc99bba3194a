/** What a person is told of a refusal, by its reason. */
const TEXTS: Readonly<Record<string, string>> = {
  same_email: "Your account has this address already.",
  just_sent: "A link was sent a moment ago. Wait a minute, then try again.",
  taken_meanwhile: "Somebody else has an account with this address by now. Yours keeps the one it has.",
  email_taken: "There is already an account with this address. Sign in instead.",
  password_common: "This password is among the first that are tried. Choose one of your own, such as a few words.",
  password_personal: "This password is little more than your name or address. Add words that nobody links with you.",
  rate_limited: "There were too many attempts from where you are. Wait a minute, then try again.",
  too_many_attempts: "There were too many attempts. Wait a few minutes, then try again.",
  wrong_password: "That is not your password.",
  no_password: "Your account has no password yet. Set one first.",
  wrong_code: "That code is not right. Codes change every 30 seconds, and each works once.",
  already_enabled: "A second factor is set up already. Load the page again.",
  demo_account: "The demo account stays as it is. Create an account of your own to change this.",
  link_void: "This link was used already, is too old, or was replaced by a newer one.",
  last_way_in: "This is the only way into your account. Set a password or link another service first.",
  not_found: "It was not linked any more. Load the page again.",
  linked_elsewhere: "That account is linked to somebody else here.",
  already_linked: "Your account is linked to another account of that service. Unlink that one first.",
  expired: "You were away too long, or signed in as somebody else meanwhile. Nothing was linked: try again.",
};

const FALLBACK = "The server did not answer. Nothing was changed: try again in a moment.";

export const refusalText = (reason: string | undefined): string => TEXTS[reason ?? ""] ?? FALLBACK;

/** Reasons that stand at one field of a form; all others stand above it. */
const FIELDS: Readonly<Record<string, string>> = {
  same_email: "email",
  email_taken: "email",
  password_common: "password",
  password_personal: "password",
  wrong_code: "code",
  wrong_password: "password",
};

/** A refusal as a form shows it; `fields` overrides where a reason stands in this one. */
export function refusalOutcome(reason: string, fields: Readonly<Record<string, string>> = {}) {
  const field = fields[reason] ?? FIELDS[reason];
  return field ? { fields: { [field]: refusalText(reason) } } : { form: refusalText(reason) };
}

/** What next-auth or our own redirects say behind `?error=`. */
export function signInErrorText(code: string): string {
  if (code === "NotLinked") {
    return "No account here is linked to that one. Sign in or create an account with a password, then link it in your settings.";
  }
  if (code === "RateLimited") return refusalText("rate_limited");
  return "The other service did not sign you in. Nothing was changed: try again, or use your password.";
}
