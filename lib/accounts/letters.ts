import { SIGN_IN_PATH } from "@/lib/identity/constants";
import { type Letter, paragraphs } from "@/lib/mail/letter";
import { appUrl } from "@/lib/platform/app-url";
import { CHANGE_EMAIL_PATH, REGISTER_PATH, RESET_PATH, VERIFY_PATH } from "./constants";

const SECURITY_PATH = "/settings#security";

// The only thing a visitor typed that these e-mails contain is the address itself: a name could be an advertisement.

export const verifyEmailMail = (recipient: string, token: string): Letter => ({
  recipient,
  write: (t) => ({
    subject: t("Confirm your e-mail address for SampleMind"),
    body: paragraphs(
      t(
        "Someone created an account with this e-mail address. To confirm that the address is yours, open this link within 24 hours and enter the password of the account:",
      ),
      appUrl(`${VERIFY_PATH}#token=${token}`),
      t("If this was not you, ignore this e-mail: without your confirmation, no one can use your address."),
    ),
  }),
});

/** The link that an admin sends, or passes on. */
export const invitationUrl = (token: string): string => appUrl(`${REGISTER_PATH}#invitation=${token}`);

export const invitationMail = (recipient: string, token: string, days: number): Letter => ({
  recipient,
  write: (t) => ({
    subject: t("You are invited to SampleMind"),
    body: paragraphs(
      t.count(
        days,
        "An admin of a SampleMind server invites you to create an account there with this e-mail address. Open this link within {count} day. It works once:",
        "An admin of a SampleMind server invites you to create an account there with this e-mail address. Open this link within {count} days. It works once:",
      ),
      invitationUrl(token),
      t("If you do not know what this is about, ignore this e-mail: no account was created."),
    ),
  }),
});

export const resetPasswordMail = (recipient: string, token: string): Letter => ({
  recipient,
  write: (t) => ({
    subject: t("Set a new password for SampleMind"),
    body: paragraphs(
      t("To set a new password for your account, open this link within one hour. It works once:"),
      appUrl(`${RESET_PATH}#token=${token}`),
      t("All devices are then signed out, and your API keys stop working."),
      t("If you did not ask for this, ignore this e-mail: your password stays the same."),
    ),
  }),
});

export const addressTakenMail = (recipient: string): Letter => ({
  recipient,
  write: (t) => ({
    subject: t("You already have a SampleMind account"),
    body: paragraphs(
      t(
        "Someone tried to create an account with this e-mail address, but you already have one. If this was you, sign in here, or reset your password there:",
      ),
      appUrl(SIGN_IN_PATH),
      t("If this was not you, ignore this e-mail: nothing was changed."),
    ),
  }),
});

/** To the address that somebody wants for their account. */
export const changeEmailMail = (
  recipient: string,
  { readerId, token }: { readerId: string; token: string },
): Letter => ({
  recipient,
  readerId,
  write: (t) => ({
    subject: t("Confirm your new e-mail address for SampleMind"),
    body: paragraphs(
      t("Someone wants to use this e-mail address for their account. If this was you, open this link within 24 hours:"),
      appUrl(`${CHANGE_EMAIL_PATH}#token=${token}`),
      t("If this was not you, ignore this e-mail: without this link, no one can use your address."),
    ),
  }),
});

/** To the owner of an address that another person wanted to use for their account. */
export const addressWantedMail = (recipient: string): Letter => ({
  recipient,
  write: (t) => ({
    subject: t("You already have a SampleMind account"),
    body: paragraphs(
      t(
        "Someone tried to use this e-mail address for another account. Nothing was changed. If this was you, sign in to the account that already has this address:",
      ),
      appUrl(SIGN_IN_PATH),
    ),
  }),
});

/** To an account's current address, before the address changes. */
export const emailChangeAskedMail = (recipient: string): Letter => ({
  recipient,
  write: (t) => ({
    subject: t("A new e-mail address for your SampleMind account"),
    body: paragraphs(
      t(
        "Someone asked to change the e-mail address of your account. Nothing changes until the link in the e-mail to the new address is opened.",
      ),
      t("If this was not you, set a new password now, from the sign-in page. That cancels the change."),
      appUrl(SIGN_IN_PATH),
    ),
  }),
});

/** To the address that an account had before. */
export const emailChangedMail = (recipient: string, readerId: string): Letter => ({
  recipient,
  readerId,
  write: (t) => ({
    subject: t("Your SampleMind e-mail address was changed"),
    body: paragraphs(
      t("Your account now has a different e-mail address. You can no longer sign in with this one."),
      t("If this was not you, contact an admin of the server."),
    ),
  }),
});

/** After a reset, whoever else was in the account must be out of it. */
export const passwordResetMail = (recipient: string, keys: number): Letter => ({
  recipient,
  write: (t) => ({
    subject: t("Your SampleMind password was reset"),
    body: paragraphs(
      keys > 0
        ? t.count(
            keys,
            "A new password was set for your account with a link from an e-mail. All devices were signed out, and {count} API key stopped working. Create new ones for the programs that need them.",
            "A new password was set for your account with a link from an e-mail. All devices were signed out, and {count} API keys stopped working. Create new ones for the programs that need them.",
          )
        : t("A new password was set for your account with a link from an e-mail. All devices were signed out."),
      t("If this was not you, set a new password now, from the sign-in page:"),
      appUrl(SIGN_IN_PATH),
    ),
  }),
});

/** To the owner of an account that somebody can now enter through another service. */
export const providerLinkedMail = (recipient: string, service: string): Letter => ({
  recipient,
  write: (t) => ({
    subject: t("{service} was linked to your SampleMind account", { service }),
    body: paragraphs(
      t("You can now sign in to your account with {service}.", { service }),
      t("If you did not link it, unlink it under Security in your settings, and set a new password:"),
      appUrl(SECURITY_PATH),
    ),
  }),
});

export const passwordChangedMail = (recipient: string): Letter => ({
  recipient,
  write: (t) => ({
    subject: t("Your SampleMind password was changed"),
    body: paragraphs(
      t("The password of your account was changed, and all other devices were signed out."),
      t("If this was not you, set a new password now, from the sign-in page:"),
      appUrl(SIGN_IN_PATH),
    ),
  }),
});
