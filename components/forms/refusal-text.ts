import type { registerAction } from "@/lib/accounts/actions";
import type { confirmEmailChangeAction, requestEmailChangeAction } from "@/lib/accounts/email-change/actions";
import type { changePasswordAction, resetPasswordAction } from "@/lib/accounts/passwords/actions";
import type { renameAction } from "@/lib/accounts/profile/actions";
import type {
  beginSecondFactorAction,
  confirmSecondFactorAction,
  disableSecondFactorAction,
  renewRecoveryCodesAction,
} from "@/lib/accounts/second-factor/actions";
import type { requestVerificationAction, verifyEmailAction } from "@/lib/accounts/verification/actions";
import { msg } from "@/lib/language/text";

// Every text that a person reads when a verb refuses stands in a catalogue for its group of verbs: here those of an
// account, the others with their features, so that a page brings no texts that it never shows. The types come from the
// actions themselves: a reason without a text, or a text without a reason, does not compile.

type Answering = (...input: never[]) => Promise<{ data?: unknown }>;

/** The reasons an action can be refused for. */
export type ReasonOf<Action extends Answering> = Extract<Awaited<ReturnType<Action>>["data"], { ok: false }>["reason"];

/** One text for each reason. */
export type RefusalTexts<Reason extends string> = Readonly<Record<Reason, string>>;

/** For every verb that asks for the current password. */
export const PASSWORD_REFUSALS = {
  demo_account: msg("The demo account cannot be changed. Create your own account to do this."),
  no_password: msg("Your account has no password yet. Set one first."),
  wrong_password: msg("Wrong password."),
  too_many_attempts: msg("Too many attempts. Wait a few minutes, then try again."),
};

export const ACCOUNT_REFUSALS = {
  ...PASSWORD_REFUSALS,
  already_enabled: msg("Two-factor authentication is already set up. Reload the page."),
  already_verified: msg("Your e-mail address is already confirmed."),
  email_taken: msg("An account with this e-mail address already exists. Sign in instead."),
  invitation_for_another: msg("This invitation is for another e-mail address. Use the address that it was sent to."),
  invitation_needed: msg("This server is by invitation. Ask an admin for one."),
  invitation_void: msg(
    "This invitation cannot be used: it is expired, withdrawn or already used. Ask an admin for a new one.",
  ),
  just_sent: msg("A link was sent a moment ago. Wait a minute, then try again."),
  link_void: msg("This link cannot be used. It is incomplete, expired, already used or replaced by a newer one."),
  password_common: msg(
    "This password is one of the most common ones. Choose a different one, such as a few random words.",
  ),
  password_personal: msg(
    "This password is too close to your name or e-mail address. Add words that are not about you.",
  ),
  registration_closed: msg("This server does not take new accounts."),
  same_email: msg("This is already your e-mail address."),
  setup_code_needed: msg("Enter the set-up code."),
  setup_code_wrong: msg("This is not the set-up code of this server."),
  taken_meanwhile: msg("Another account now uses this e-mail address. Your account keeps its current one."),
  too_many_registrations: msg("Too many new accounts from your network. Wait an hour, then try again."),
  wrong_code: msg("Wrong code. Codes change every 30 seconds, and each one works once."),
} satisfies RefusalTexts<
  // `password_needed` is no text: the form asks for the password.
  Exclude<
    ReasonOf<
      | typeof beginSecondFactorAction
      | typeof changePasswordAction
      | typeof confirmEmailChangeAction
      | typeof confirmSecondFactorAction
      | typeof disableSecondFactorAction
      | typeof registerAction
      | typeof renameAction
      | typeof renewRecoveryCodesAction
      | typeof requestEmailChangeAction
      | typeof requestVerificationAction
      | typeof resetPasswordAction
      | typeof verifyEmailAction
    >,
    "password_needed"
  >
>;
