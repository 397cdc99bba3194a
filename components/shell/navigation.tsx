"use client";

import { usePathname } from "next/navigation";
import { Suspense } from "react";
import { useText } from "#text";
import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";
import { msg } from "@/lib/language/text";
import { ADMIN_DESTINATIONS, DESTINATIONS, type Destination, isInside } from "./destinations";

type Place = "sidebar" | "bar";
type Area = "studio" | "admin";

interface NavigationProps {
  place: Place;
  area?: Area;
}

const AREAS: Record<Area, { label: string; destinations: readonly Destination[] }> = {
  studio: { label: msg("Studio"), destinations: DESTINATIONS },
  admin: { label: msg("Admin"), destinations: ADMIN_DESTINATIONS },
};

/** The address is only known at request time. Until then the same links are shown without a mark. */
export function Navigation({ place, area = "studio" }: NavigationProps) {
  return (
    <Suspense fallback={<NavigationLinks place={place} area={area} pathname={null} />}>
      <CurrentNavigation place={place} area={area} />
    </Suspense>
  );
}

function CurrentNavigation(props: Required<NavigationProps>) {
  return <NavigationLinks {...props} pathname={usePathname()} />;
}

const STYLES: Record<Place, { list: string; link: string; current: string }> = {
  sidebar: {
    list: "flex flex-col gap-1",
    link: "h-9.5 gap-3 rounded-md px-3 text-sm hover:bg-muted",
    current:
      "bg-muted before:absolute before:inset-y-2 before:-left-px before:w-0.5 before:rounded-full before:bg-primary",
  },
  bar: {
    // A phone shows the studio's links at once, each as wide as its word. Of the administrator's it shows some; the
    // others are reached by swiping.
    list: "flex overflow-x-auto [scrollbar-width:none] *:min-w-fit *:flex-1",
    link: "h-15 flex-col justify-center gap-1 px-1 text-2xs",
    current: "before:absolute before:inset-x-5 before:top-0 before:h-0.5 before:rounded-full before:bg-primary",
  },
};

/** Keeps the current page's link visible where the bar is wider than the screen. */
const scrollIntoView = (link: HTMLAnchorElement | null) =>
  link?.scrollIntoView({ block: "nearest", inline: "nearest" });

function NavigationLinks({ place, area, pathname }: Required<NavigationProps> & { pathname: string | null }) {
  const t = useText();
  const style = STYLES[place];
  const { label: areaLabel, destinations: all } = AREAS[area];
  const destinations = place === "bar" ? all.filter(({ isInSidebarOnly }) => !isInSidebarOnly) : all;
  return (
    <nav aria-label={t(areaLabel)}>
      <ul className={style.list}>
        {destinations.map(({ href, label, icon: Icon }) => {
          const isCurrent = isInside(pathname, href);
          return (
            <li key={href}>
              <Link
                ref={isCurrent ? scrollIntoView : undefined}
                href={href}
                aria-current={isCurrent ? "page" : undefined}
                className={cn(
                  "relative flex items-center font-medium transition-colors",
                  style.link,
                  isCurrent ? cn("text-foreground", style.current) : "text-muted-foreground hover:text-foreground",
                )}
              >
                <Icon aria-hidden className={cn("size-4.5", isCurrent && "text-primary")} />
                {t(label)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
