import { useSite } from "#site";
import { SiteTexts } from "./site-texts";

/** Who runs this server and what they say, where its admin has written anything. */
export function SiteFooter() {
  const { name, hasTerms, hasPrivacy } = useSite();
  if (!hasTerms && !hasPrivacy) return null;
  return (
    <footer className="mt-auto flex flex-wrap gap-x-6 gap-y-2 border-t py-6 text-muted-foreground text-sm">
      <bdi>{name}</bdi>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        <SiteTexts linkClassName="rounded-xs underline-offset-4 hover:text-foreground hover:underline" />
      </ul>
    </footer>
  );
}
