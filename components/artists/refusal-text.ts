import type { ReasonOf, RefusalTexts } from "@/components/forms/refusal-text";
import type { saveArtistAction } from "@/lib/artists/actions";
import { msg } from "@/lib/language/text";

export const ARTIST_REFUSALS = {
  demo_account: msg("The demo account has no public page. Create your own account to have one."),
  handle_taken: msg("This address is taken. Choose another one."),
} satisfies RefusalTexts<ReasonOf<typeof saveArtistAction>>;
