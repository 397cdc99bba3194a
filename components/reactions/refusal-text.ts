import { msg } from "@/lib/language/text";

export const REACTION_REFUSALS = {
  demo_account: msg("The demo account is shared by many people. Create your own account to do this."),
  gone: msg("This is no longer public."),
  not_found: msg("This no longer exists. Reload the page."),
  yourself: msg("You cannot follow yourself."),
};
