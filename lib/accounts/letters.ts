import { SIGN_IN_PATH } from "@/lib/identity/constants";
import type { Mail } from "@/lib/mail/transport";
import { appUrl } from "@/lib/platform/app-url";
import { CHANGE_EMAIL_PATH, RESET_PATH, VERIFY_PATH } from "./constants";

// Nothing a visitor typed but the address itself is in these: a name could be an advertisement.

const paragraphs = (...texts: string[]) => `${texts.join("\n\n")}\n`;

export const verifyEmailMail = (recipient: string, token: string): Mail => ({
  recipient,
  subject: "Confirm your address for SampleMind",
  body: paragraphs(
    "An account was made with this address. To confirm that it is yours, open this link within 24 hours and enter the password of the account:",
    appUrl(`${VERIFY_PATH}#token=${token}`),
    "If it was not you, do nothing: without your confirmation nobody can use the address.",
  ),
});

export const resetPasswordMail = (recipient: string, token: string): Mail => ({
  recipient,
  subject: "Set a new password for SampleMind",
  body: paragraphs(
    "To set a new password for your account, open this link within one hour. It works once:",
    appUrl(`${RESET_PATH}#token=${token}`),
    "If you did not ask for it, do nothing: your password stays as it is.",
  ),
});

export const addressTakenMail = (recipient: string): Mail => ({
  recipient,
  subject: "You already have a SampleMind account",
  body: paragraphs(
    "Somebody tried to make an account with this address, which has one already. If it was you, sign in here, or ask there for a new password:",
    appUrl(SIGN_IN_PATH),
    "If it was not you, do nothing: nothing was changed.",
  ),
});

export const changeEmailMail = (recipient: string, token: string): Mail => ({
  recipient,
  subject: "Confirm your new address for SampleMind",
  body: paragraphs(
    "Somebody wants to use this address for their account. If it was you, open this link within 24 hours:",
    appUrl(`${CHANGE_EMAIL_PATH}#token=${token}`),
    "If it was not you, do nothing: without this link the address cannot be used.",
  ),
});

/** To the owner of an address that somebody else wanted for their account. */
export const addressWantedMail = (recipient: string): Mail => ({
  recipient,
  subject: "You already have a SampleMind account",
  body: paragraphs(
    "Somebody tried to use this address for another account than yours. Nothing was changed. If it was you, sign in to the account that has it:",
    appUrl(SIGN_IN_PATH),
  ),
});

/** To the address an account has, before it has another. */
export const emailChangeAskedMail = (recipient: string): Mail => ({
  recipient,
  subject: "Another address for your SampleMind account",
  body: paragraphs(
    "It was asked for that your account has another address than this one. Until the link in the mail to the new address is opened, nothing changes.",
    "If it was not you, set a new password now, from the sign-in page: that stops it.",
    appUrl(SIGN_IN_PATH),
  ),
});

/** To the address an account had. */
export const emailChangedMail = (recipient: string): Mail => ({
  recipient,
  subject: "Your SampleMind address was changed",
  body: paragraphs(
    "Your account has another address now: signing in with this one does not work any more.",
    "If it was not you, tell whoever runs the server.",
  ),
});

export const passwordChangedMail = (recipient: string): Mail => ({
  recipient,
  subject: "Your SampleMind password was changed",
  body: paragraphs(
    "The password of your account was changed, and every other device was signed out.",
    "If it was not you, set a new one now, from the sign-in page:",
    appUrl(SIGN_IN_PATH),
  ),
});
