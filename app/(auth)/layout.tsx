import type { ReactNode } from "react";
import { SkipLink } from "@/components/shell/skip-link";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { Wordmark } from "@/components/shell/wordmark";
import { AnnouncementBanner } from "@/components/site/announcement-banner";
import { SiteFooter } from "@/components/site/site-footer";
import { Link } from "@/components/ui/link";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col px-5 sm:px-8">
      <SkipLink />
      <header className="mx-auto flex h-18 w-full max-w-6xl items-center justify-between">
        <Link href="/" className="rounded-sm">
          <Wordmark />
        </Link>
        <ThemeSwitch />
      </header>
      <AnnouncementBanner className="mx-auto w-full max-w-6xl" />
      <main id="content" className="grid flex-1 place-items-center pt-4 pb-24">
        <div className="w-full max-w-sm">{children}</div>
      </main>
      <div className="mx-auto w-full max-w-6xl">
        <SiteFooter />
      </div>
    </div>
  );
}
