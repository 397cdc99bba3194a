import { SiteTexts } from "@/components/site/site-texts";
import { Link } from "@/components/ui/link";

const LINK = "inline-block rounded-sm py-1 hover:text-foreground";

const LINKS = [
  { href: "/gallery", label: "Gallery" },
  { href: "/docs", label: "Help" },
  { href: "/docs/analysis", label: "What is measured" },
  { href: "/docs/api", label: "API" },
  { href: "/docs/self-hosting", label: "Run your own" },
  { href: "/docs/privacy", label: "What is stored" },
] as const;

/** Below every public page. */
export function PublicFooter() {
  return (
    <footer className="border-t py-6">
      <nav aria-label="More">
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-muted-foreground text-sm">
          {LINKS.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} className={LINK}>
                {label}
              </Link>
            </li>
          ))}
          <SiteTexts linkClassName={LINK} />
        </ul>
      </nav>
    </footer>
  );
}
