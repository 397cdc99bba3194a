import type { ReactNode } from "react";
import { useText } from "#text";
import { AnnouncementBanner } from "@/components/site/announcement-banner";
import { Link } from "@/components/ui/link";
import { Navigation } from "./navigation";
import { SkipLink } from "./skip-link";
import { ThemeSwitch } from "./theme-switch";
import { Wordmark } from "./wordmark";

export interface FrameProps {
  area: "studio" | "admin";
  /** Stands at the bottom of the sidebar. */
  sidebarEnd: ReactNode;
  /** Stands in the top bar, before what is at its right. */
  playing?: ReactNode;
  /** Stands at the right of the top bar. */
  account: ReactNode;
  children: ReactNode;
}

/**
 * Surrounds every page of an area: a sidebar and a top bar, and on small screens a bar at the bottom. A page that fills
 * the whole window hides them, by `data-full-bleed`; what plays goes on.
 */
export function Frame({ area, sidebarEnd, playing, account, children }: FrameProps) {
  const t = useText();
  return (
    <>
      <SkipLink />
      <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] md:grid-cols-[14.5rem_minmax(0,1fr)]">
        <aside
          aria-label={t("Sidebar")}
          data-frame
          className="glass sticky top-0 hidden h-dvh flex-col border-y-0! border-l-0! px-3 md:flex"
        >
          <Link href="/" className="mx-2 my-4.5 min-w-0 rounded-sm">
            <Wordmark />
          </Link>
          <Navigation place="sidebar" area={area} />
          <div className="mt-auto px-3 py-5">{sidebarEnd}</div>
        </aside>
        <div className="flex min-w-0 flex-col">
          <header
            data-frame
            className="group/bar sticky top-0 z-30 flex h-15 items-center gap-3 px-4 backdrop-blur-md sm:px-6 md:static md:backdrop-blur-none lg:px-8"
          >
            <Link href="/" className="min-w-0 shrink-0 rounded-sm md:hidden">
              {/* What plays needs the room on a phone; the link keeps its name. */}
              <Wordmark nameClassName="max-sm:group-has-[[data-now-playing]]/bar:sr-only" />
            </Link>
            <div className="ml-auto flex min-w-0 items-center gap-2">
              {playing}
              <ThemeSwitch />
              {account}
            </div>
          </header>
          <main id="content" className="mx-auto w-full max-w-7xl flex-1 px-4 pt-5 pb-28 sm:px-6 md:pb-12 lg:px-8">
            <AnnouncementBanner className="mb-5" />
            {children}
          </main>
        </div>
      </div>
      <div
        data-frame
        className="glass-strong fixed inset-x-0 bottom-0 z-40 border-x-0! border-b-0! pb-[env(safe-area-inset-bottom)] md:hidden"
      >
        <Navigation place="bar" area={area} />
      </div>
    </>
  );
}
