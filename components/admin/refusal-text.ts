const TEXTS: Readonly<Record<string, string>> = {
  yourself: "You cannot do this to your own account.",
  last_admin: "This is the last administrator. Make somebody else one first.",
  demo_account: "Not with the demo account: everybody knows its password.",
  no_change: "It is so already.",
  not_found: "It is no longer there. Load the page again.",
  leaving: "The account is to be deleted. Keep it first.",
  already_requested: "It is to be deleted already.",
  suspended: "The account is suspended: a link would not work.",
  sent_just_now: "A link was made a minute ago and still works.",
  not_retriable: "This sample cannot be analysed again: its file is gone, or it was retried already.",
  not_under_way: "This analysis has ended already.",
  no_mail_server: "No mail server is set: see SMTP_URL.",
  forbidden: "You are no longer an administrator.",
  unauthenticated: "You are signed out. Load the page again.",
  rate_limited: "That was too much at once. Wait a minute, then try again.",
};

const FALLBACK = "The server did not answer. Nothing was changed: try again in a moment.";

/** What an administrator is told when something was not done. */
export const adminRefusalText = (reason: string | undefined): string => TEXTS[reason ?? ""] ?? FALLBACK;
