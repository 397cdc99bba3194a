import type { registerAction } from "@/lib/accounts/actions";
import type { confirmEmailChangeAction, requestEmailChangeAction } from "@/lib/accounts/email-change/actions";
import type { unlinkAccountAction } from "@/lib/accounts/linked-accounts/actions";
import type { LinkRefusal } from "@/lib/accounts/linked-accounts/constants";
import type { changePasswordAction, resetPasswordAction } from "@/lib/accounts/passwords/actions";
import type { renameAction } from "@/lib/accounts/profile/actions";
import type {
  beginSecondFactorAction,
  confirmSecondFactorAction,
  disableSecondFactorAction,
  renewRecoveryCodesAction,
} from "@/lib/accounts/second-factor/actions";
import type { requestVerificationAction, verifyEmailAction } from "@/lib/accounts/verification/actions";
import type {
  cancelJobAction,
  retryAllJobsAction,
  retryJobAction,
  setJobsPausedAction,
} from "@/lib/admin/jobs/actions";
import type { clearLockoutAction } from "@/lib/admin/limits/actions";
import type { readMailAction, retryMailAction } from "@/lib/admin/mail/actions";
import type {
  changeRoleAction,
  deletePersonAction,
  keepPersonAction,
  openPersonExportAction,
  sendResetLinkAction,
  setBetaAction,
  setQuotaAction,
  signOutPersonAction,
  suspendPersonAction,
  unsuspendPersonAction,
} from "@/lib/admin/people/actions";
import type {
  createInvitationAction,
  setRegistrationAction,
  withdrawInvitationAction,
} from "@/lib/admin/registration/actions";
import type { createApiKeyAction, revokeApiKeyAction, rotateApiKeyAction } from "@/lib/api-keys/actions";
import type { removeOverrideAction, setFlagAction, setOverrideAction } from "@/lib/flags/actions";
import type {
  keepAccountAction,
  openExportAction,
  requestDeletionAction,
  requestExportAction,
} from "@/lib/privacy/actions";

// Every text that a person reads when a verb refuses, one catalogue for each group of verbs. The types come from the
// actions themselves: a reason without a text, or a text without a reason, does not compile.

type Answering = (...input: never[]) => Promise<{ data?: unknown }>;

/** The reasons an action can be refused for. */
type ReasonOf<Action extends Answering> = Extract<Awaited<ReturnType<Action>>["data"], { ok: false }>["reason"];

/** One text for each reason. */
export type RefusalTexts<Reason extends string> = Readonly<Record<Reason, string>>;

/** For every verb that asks for the current password. */
const PASSWORD_REFUSALS = {
  demo_account: "The demo account cannot be changed. Create your own account to do this.",
  no_password: "Your account has no password yet. Set one first.",
  wrong_password: "Wrong password.",
  too_many_attempts: "Too many attempts. Wait a few minutes, then try again.",
};

export const ACCOUNT_REFUSALS = {
  ...PASSWORD_REFUSALS,
  already_enabled: "Two-factor authentication is already set up. Reload the page.",
  already_verified: "Your e-mail address is already confirmed.",
  email_taken: "An account with this e-mail address already exists. Sign in instead.",
  invitation_for_another: "This invitation is for another e-mail address. Use the address that it was sent to.",
  invitation_needed: "This server is by invitation. Ask an admin for one.",
  invitation_void:
    "This invitation cannot be used: it is expired, withdrawn or already used. Ask an admin for a new one.",
  just_sent: "A link was sent a moment ago. Wait a minute, then try again.",
  link_void: "This link cannot be used. It is incomplete, expired, already used or replaced by a newer one.",
  password_common: "This password is one of the most common ones. Choose a different one, such as a few random words.",
  password_personal: "This password is too close to your name or e-mail address. Add words that are not about you.",
  registration_closed: "This server does not take new accounts.",
  same_email: "This is already your e-mail address.",
  setup_code_needed: "Enter the set-up code.",
  setup_code_wrong: "This is not the set-up code of this server.",
  taken_meanwhile: "Another account now uses this e-mail address. Your account keeps its current one.",
  too_many_registrations: "Too many new accounts from your network. Wait an hour, then try again.",
  wrong_code: "Wrong code. Codes change every 30 seconds, and each one works once.",
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

export const LINK_REFUSALS = {
  already_linked: "Your account is already linked to another account of this service. Unlink that one first.",
  demo_account: PASSWORD_REFUSALS.demo_account,
  expired: "This took too long, or you signed in to another account in the meantime. Nothing was linked. Try again.",
  last_way_in: "This is the only way you can sign in. Set a password or link another service first.",
  linked_elsewhere: "That account is already linked to another account on this server.",
  not_found: "This service is no longer linked. Reload the page.",
} satisfies RefusalTexts<LinkRefusal | ReasonOf<typeof unlinkAccountAction>>;

export const EXPORT_REFUSALS = {
  ...PASSWORD_REFUSALS,
  already_requested: "An export is already being prepared. Reload the page.",
  not_found: "This export is no longer available. Request a new one.",
} satisfies RefusalTexts<ReasonOf<typeof openExportAction | typeof requestExportAction>>;

export const DELETION_REFUSALS = {
  ...PASSWORD_REFUSALS,
  already_requested: "Your account is already scheduled for deletion. Reload the page.",
  last_admin: "You are the only admin. Make someone else an admin first, so that someone can manage this server.",
  not_found: "The deletion can no longer be cancelled.",
} satisfies RefusalTexts<ReasonOf<typeof keepAccountAction | typeof requestDeletionAction>>;

export const API_KEY_REFUSALS = {
  demo_account: "The demo account cannot have API keys. Create your own account to use them.",
  not_found: "This API key is already revoked.",
  scope_not_held: "Your account no longer has all of these permissions. Reload the page.",
  too_many_keys: "You have reached the maximum number of API keys. Revoke one you no longer use.",
} satisfies RefusalTexts<ReasonOf<typeof createApiKeyAction | typeof revokeApiKeyAction | typeof rotateApiKeyAction>>;

export const ADMIN_REFUSALS = {
  already_invited: "This address already has an open invitation. Withdraw it first.",
  already_requested: "This account is already scheduled for deletion.",
  demo_account: "This is not possible for the demo account: its password is public.",
  email_taken: "This address already has an account.",
  last_admin: "This is the last admin. Make someone else an admin first.",
  leaving: "This account is scheduled for deletion. Cancel the deletion first.",
  no_change: "Already set.",
  no_mail_server: "No mail server is configured. Set SMTP_URL.",
  no_such_person: "There is no account with this e-mail address.",
  not_found: "This no longer exists. Reload the page.",
  not_retriable: "This sample cannot be analysed again: its file is gone, or it was already retried.",
  not_under_way: "This analysis has already ended.",
  sent_just_now: "A link was created less than a minute ago and still works.",
  suspended: "The account is suspended, so a link would not work.",
  yourself: "You cannot do this to your own account.",
} satisfies RefusalTexts<
  ReasonOf<
    | typeof cancelJobAction
    | typeof changeRoleAction
    | typeof clearLockoutAction
    | typeof createInvitationAction
    | typeof deletePersonAction
    | typeof keepPersonAction
    | typeof openPersonExportAction
    | typeof readMailAction
    | typeof removeOverrideAction
    | typeof retryAllJobsAction
    | typeof retryJobAction
    | typeof retryMailAction
    | typeof sendResetLinkAction
    | typeof setBetaAction
    | typeof setFlagAction
    | typeof setJobsPausedAction
    | typeof setOverrideAction
    | typeof setQuotaAction
    | typeof setRegistrationAction
    | typeof signOutPersonAction
    | typeof suspendPersonAction
    | typeof unsuspendPersonAction
    | typeof withdrawInvitationAction
  >
>;
