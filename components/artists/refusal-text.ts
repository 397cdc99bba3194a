import type { ReasonOf, RefusalTexts } from "@/components/forms/refusal-text";
import type { saveArtistAction } from "@/lib/artists/actions";

export const ARTIST_REFUSALS = {
  demo_account: "The demo account has no public page. Create your own account to have one.",
  handle_taken: "This address is taken. Choose another one.",
} satisfies RefusalTexts<ReasonOf<typeof saveArtistAction>>;
