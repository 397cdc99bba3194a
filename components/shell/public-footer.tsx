import { useText } from "#text";
import { SiteTexts } from "@/components/site/site-texts";
import { Link } from "@/components/ui/link";
import { msg } from "@/lib/language/text";

const LINK = "inline-block rounded-sm py-1 hover:text-foreground";

const LINKS = [
  { href: "/gallery", label: msg("Gallery") },
  { href: "/docs", label: msg("Help") },
  { href: "/docs/analysis", label: msg("What is measured") },
  { href: "/docs/api", label: "API" },
  { href: "/docs/self-hosting", label: msg("Run your own") },
  { href: "/docs/privacy", label: msg("What is stored") },
] as const;

/** Below every public page. */
export function PublicFooter() {
  const t = useText();
  return (
    <footer className="border-t py-6">
      <nav aria-label={t("More")}>
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-muted-foreground text-sm">
          {LINKS.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} className={LINK}>
                {t(label)}
              </Link>
            </li>
          ))}
          <SiteTexts linkClassName={LINK} />
        </ul>
      </nav>
    </footer>
  );
}
