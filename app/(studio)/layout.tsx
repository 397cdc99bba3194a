import Link from "next/link";
import { type ReactNode, Suspense } from "react";
import { LiveEventsProvider } from "@/components/live/live-events-provider";
import { LiveIndicator } from "@/components/live/live-indicator";
import { Navigation } from "@/components/shell/navigation";
import { SkipLink } from "@/components/shell/skip-link";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { UserMenu } from "@/components/shell/user-menu";
import { Wordmark } from "@/components/shell/wordmark";
import { Skeleton } from "@/components/ui/skeleton";
import { requireViewer } from "@/lib/auth/loaders";

export default function StudioLayout({ children }: { children: ReactNode }) {
  return (
    <LiveEventsProvider>
      <SkipLink />
      <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] md:grid-cols-[14.5rem_minmax(0,1fr)]">
        <Sidebar />
        <div className="flex min-w-0 flex-col">
          <TopBar />
          <main id="content" className="mx-auto w-full max-w-7xl flex-1 px-4 pt-5 pb-28 sm:px-6 md:pb-12 lg:px-8">
            {children}
          </main>
        </div>
      </div>
      <div className="glass-strong fixed inset-x-0 bottom-0 z-40 border-x-0! border-b-0! pb-[env(safe-area-inset-bottom)] md:hidden">
        <Navigation place="bar" />
      </div>
    </LiveEventsProvider>
  );
}

function Sidebar() {
  return (
    <aside
      aria-label="Sidebar"
      className="glass sticky top-0 hidden h-dvh flex-col border-y-0! border-l-0! px-3 md:flex"
    >
      <Link href="/" className="mx-2 my-4.5 rounded-sm">
        <Wordmark />
      </Link>
      <Navigation place="sidebar" />
      <LiveIndicator className="mt-auto px-3 py-5" />
    </aside>
  );
}

function TopBar() {
  return (
    <header className="sticky top-0 z-30 flex h-15 items-center gap-3 px-4 backdrop-blur-md sm:px-6 md:static md:backdrop-blur-none lg:px-8">
      <Link href="/" className="rounded-sm md:hidden">
        <Wordmark />
      </Link>
      <div className="ml-auto flex items-center gap-2">
        <ThemeSwitch />
        <Suspense fallback={<Skeleton className="size-9 rounded-full" />}>
          <Account />
        </Suspense>
      </div>
    </header>
  );
}

async function Account() {
  const { name, email } = await requireViewer();
  return <UserMenu viewer={{ name, email }} />;
}
