import type { ReasonOf, RefusalTexts } from "@/components/forms/refusal-text";
import type { createApiKeyAction, revokeApiKeyAction, rotateApiKeyAction } from "@/lib/api-keys/actions";
import { msg } from "@/lib/language/text";

export const API_KEY_REFUSALS = {
  demo_account: msg("The demo account cannot have API keys. Create your own account to use them."),
  not_found: msg("This API key is already revoked."),
  scope_not_held: msg("Your account no longer has all of these permissions. Reload the page."),
  too_many_keys: msg("You have reached the maximum number of API keys. Revoke one you no longer use."),
} satisfies RefusalTexts<ReasonOf<typeof createApiKeyAction | typeof revokeApiKeyAction | typeof rotateApiKeyAction>>;
