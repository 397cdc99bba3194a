"use client";

import type { ComponentProps } from "react";
import { Link } from "@/components/ui/link";
import { useHydrated } from "@/components/ui/use-hydrated";
import { libraryPath } from "./library-return";

/** Leads back to the list that the person came from, with its search, filters and order. */
export function LibraryLink(props: Omit<ComponentProps<typeof Link>, "href">) {
  return <Link {...props} href={useHydrated() ? libraryPath() : "/library"} />;
}
