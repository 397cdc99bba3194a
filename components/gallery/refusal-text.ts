import type { ReasonOf, RefusalTexts } from "@/components/forms/refusal-text";
import type { editPublicationAction, publishSampleAction, withdrawAction } from "@/lib/gallery/actions";
import { msg } from "@/lib/language/text";

export const PUBLISH_REFUSALS = {
  already_public: msg("This sample is public already. Reload the page."),
  demo_account: msg("The demo account shows nothing to strangers. Create your own account to publish."),
  no_public_page: msg("Choose your public name first."),
  not_found: msg("This no longer exists, or it is not analysed yet. Reload the page."),
  taken_down: msg("An admin has taken this down, so it cannot be published again."),
} satisfies RefusalTexts<ReasonOf<typeof publishSampleAction | typeof editPublicationAction | typeof withdrawAction>>;
