import type { ReasonOf, RefusalTexts } from "@/components/forms/refusal-text";
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
import type { announceAction, renameSiteAction, writeLegalTextAction } from "@/lib/admin/site/actions";
import type { removeOverrideAction, setFlagAction, setOverrideAction } from "@/lib/flags/actions";
import { msg } from "@/lib/language/text";

export const ADMIN_REFUSALS = {
  already_invited: msg("This address already has an open invitation. Withdraw it first."),
  already_requested: msg("This account is already scheduled for deletion."),
  demo_account: msg("This is not possible for the demo account: its password is public."),
  email_taken: msg("This address already has an account."),
  last_admin: msg("This is the last admin. Make someone else an admin first."),
  leaving: msg("This account is scheduled for deletion. Cancel the deletion first."),
  no_change: msg("Already set."),
  no_mail_server: msg("No mail server is configured. Set SMTP_URL."),
  no_such_person: msg("There is no account with this e-mail address."),
  not_found: msg("This no longer exists. Reload the page."),
  not_retriable: msg("This sample cannot be analysed again: its file is gone, or it was already retried."),
  not_under_way: msg("This analysis has already ended."),
  sent_just_now: msg("A link was created less than a minute ago and still works."),
  suspended: msg("The account is suspended, so a link would not work."),
  yourself: msg("You cannot do this to your own account."),
} satisfies RefusalTexts<
  ReasonOf<
    | typeof announceAction
    | typeof cancelJobAction
    | typeof changeRoleAction
    | typeof clearLockoutAction
    | typeof createInvitationAction
    | typeof deletePersonAction
    | typeof keepPersonAction
    | typeof openPersonExportAction
    | typeof readMailAction
    | typeof removeOverrideAction
    | typeof renameSiteAction
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
    | typeof writeLegalTextAction
  >
>;
