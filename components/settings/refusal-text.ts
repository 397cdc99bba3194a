import { PASSWORD_REFUSALS, type ReasonOf, type RefusalTexts } from "@/components/forms/refusal-text";
import type { unlinkAccountAction } from "@/lib/accounts/linked-accounts/actions";
import type { LinkRefusal } from "@/lib/accounts/linked-accounts/constants";
import { msg } from "@/lib/language/text";
import type {
  keepAccountAction,
  openExportAction,
  requestDeletionAction,
  requestExportAction,
} from "@/lib/privacy/actions";

export const LINK_REFUSALS = {
  already_linked: msg("Your account is already linked to another account of this service. Unlink that one first."),
  demo_account: PASSWORD_REFUSALS.demo_account,
  expired: msg(
    "This took too long, or you signed in to another account in the meantime. Nothing was linked. Try again.",
  ),
  last_way_in: msg("This is the only way you can sign in. Set a password or link another service first."),
  linked_elsewhere: msg("That account is already linked to another account on this server."),
  not_found: msg("This service is no longer linked. Reload the page."),
} satisfies RefusalTexts<LinkRefusal | ReasonOf<typeof unlinkAccountAction>>;

export const EXPORT_REFUSALS = {
  ...PASSWORD_REFUSALS,
  already_requested: msg("An export is already being prepared. Reload the page."),
  not_found: msg("This export is no longer available. Request a new one."),
} satisfies RefusalTexts<ReasonOf<typeof openExportAction | typeof requestExportAction>>;

export const DELETION_REFUSALS = {
  ...PASSWORD_REFUSALS,
  already_requested: msg("Your account is already scheduled for deletion. Reload the page."),
  last_admin: msg("You are the only admin. Make someone else an admin first, so that someone can manage this server."),
  not_found: msg("The deletion can no longer be cancelled."),
} satisfies RefusalTexts<ReasonOf<typeof keepAccountAction | typeof requestDeletionAction>>;
