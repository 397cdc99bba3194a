import { type ReactNode, Suspense } from "react";
import { useText } from "#text";
import { PublicFooter } from "@/components/shell/public-footer";
import { SkipLink } from "@/components/shell/skip-link";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { Wordmark } from "@/components/shell/wordmark";
import { AnnouncementBanner } from "@/components/site/announcement-banner";
import { ButtonLink } from "@/components/ui/button-link";
import { Link } from "@/components/ui/link";
import { loadText } from "@/lib/choices/language";
import { loadViewer } from "@/lib/identity/loaders";

export default function PublicLayout({ children }: { children: ReactNode }) {
  const t = useText();
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-6xl flex-col px-5 sm:px-8">
      <SkipLink />
      <header className="flex h-18 items-center justify-between gap-4">
        <Link href="/" className="min-w-0 rounded-sm">
          {/* A phone has no room for the name beside the links. */}
          <Wordmark nameClassName="max-[28rem]:sr-only" />
        </Link>
        <div className="flex items-center gap-2">
          <Link href="/gallery" className="rounded-sm px-2 text-muted-foreground text-sm hover:text-foreground">
            {t("Gallery")}
          </Link>
          <Link href="/docs" className="rounded-sm px-2 text-muted-foreground text-sm hover:text-foreground">
            {t("Help")}
          </Link>
          <ThemeSwitch />
          <Suspense fallback={<StrangerLink />}>
            <AccountLink />
          </Suspense>
        </div>
      </header>
      <AnnouncementBanner className="mb-4" />
      {children}
      <PublicFooter />
    </div>
  );
}

async function AccountLink() {
  const t = await loadText();
  const viewer = await loadViewer();
  return viewer ? <ButtonLink href="/dashboard">{t("Open studio")}</ButtonLink> : <StrangerLink />;
}

function StrangerLink() {
  const t = useText();
  return <ButtonLink href="/sign-in">{t("Sign in")}</ButtonLink>;
}
