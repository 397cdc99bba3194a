import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";

const TABS = [
  { href: "/following", label: "Following" },
  { href: "/following/favourites", label: "Favourites" },
] as const;

/** Between what the artists show whom a person follows, and what the person likes best in the gallery. */
export function FollowingTabs({ current }: { current: (typeof TABS)[number]["href"] }) {
  return (
    <nav aria-label="Following" className="mb-6 border-b">
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
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
