"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { Suspense } from "react";
import { cn } from "@/lib/cn";
import { DESTINATIONS, isInside } from "./destinations";

type Place = "sidebar" | "bar";

/** The address is only known at request time; until then the same links stand unmarked. */
export function Navigation({ place }: { place: Place }) {
  return (
    <Suspense fallback={<NavigationLinks place={place} pathname={null} />}>
      <CurrentNavigation place={place} />
    </Suspense>
  );
}

function CurrentNavigation({ place }: { place: Place }) {
  return <NavigationLinks place={place} pathname={usePathname()} />;
}

const STYLES: Record<Place, { list: string; link: string; current: string }> = {
  sidebar: {
    list: "flex flex-col gap-1",
    link: "h-9.5 gap-3 rounded-md px-3 text-sm hover:bg-muted",
    current:
      "bg-muted before:absolute before:inset-y-2 before:-left-px before:w-0.5 before:rounded-full before:bg-primary",
  },
  bar: {
    list: "grid grid-cols-4",
    link: "h-15 flex-col justify-center gap-1 text-2xs",
    current: "before:absolute before:inset-x-5 before:top-0 before:h-0.5 before:rounded-full before:bg-primary",
  },
};

function NavigationLinks({ place, pathname }: { place: Place; pathname: string | null }) {
  const style = STYLES[place];
  return (
    <nav aria-label="Studio">
      <ul className={style.list}>
        {DESTINATIONS.map(({ href, label, icon: Icon }) => {
          const isCurrent = isInside(pathname, href);
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={isCurrent ? "page" : undefined}
                className={cn(
                  "relative flex items-center font-medium transition-colors",
                  style.link,
                  isCurrent ? cn("text-foreground", style.current) : "text-muted-foreground hover:text-foreground",
                )}
              >
                <Icon aria-hidden className={cn("size-4.5", isCurrent && "text-primary")} />
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
