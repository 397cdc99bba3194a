import { useText } from "#text";
import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";
import { msg } from "@/lib/language/text";

const TABS = [
  { href: "/following", label: msg("Following") },
  { href: "/following/favourites", label: msg("Favourites") },
] as const;

/** Between what the artists show whom a person follows, and what the person likes best in the gallery. */
export function FollowingTabs({ current }: { current: (typeof TABS)[number]["href"] }) {
  const t = useText();
  return (
    <nav aria-label={t("Following")} className="mb-6 border-b">
      <ul className="flex gap-6">
        {TABS.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={href === current ? "page" : undefined}
              className={cn(
                "-mb-px block border-b-2 py-2 font-medium text-sm",
                href === current
                  ? "border-primary text-foreground"
                  : "border-transparent text-muted-foreground hover:text-foreground",
              )}
            >
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
