"use client";

import { Link } from "@/components/ui/link";
import { useSite } from "./site-provider";

/** The texts of this server, where its admin has written any. */
export function SiteFooter() {
  const { name, hasTerms, hasPrivacy } = useSite();
  if (!hasTerms && !hasPrivacy) return null;
  const link = "rounded-xs underline-offset-4 hover:text-foreground hover:underline";
  return (
    <footer className="mt-auto flex flex-wrap gap-x-6 gap-y-2 border-t py-6 text-muted-foreground text-sm">
      <bdi>{name}</bdi>
      {hasTerms ? (
        <Link href="/terms" className={link}>
          Terms
        </Link>
      ) : null}
      {hasPrivacy ? (
        <Link href="/privacy" className={link}>
          Privacy
        </Link>
      ) : null}
    </footer>
  );
}
