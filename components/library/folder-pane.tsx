"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import { useText } from "#text";
import { FolderTree, type FolderTreeProps } from "./folder-tree";

const FolderDrawer = lazy(() => import("./folder-drawer").then(({ FolderDrawer }) => ({ default: FolderDrawer })));

const BESIDE = "(min-width: 64rem)";

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(BESIDE);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

export interface FolderPaneProps extends FolderTreeProps {
  isShown: boolean;
  isDrawerOpen: boolean;
  onDrawer: (isOpen: boolean) => void;
}

/** The folders beside the list where there is room, and in a drawer elsewhere. */
export function FolderPane({ isShown, isDrawerOpen, onDrawer, ...tree }: FolderPaneProps) {
  const t = useText();
  const isBeside = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(BESIDE).matches,
    () => false,
  );
  if (!isBeside) {
    return isDrawerOpen ? (
      <Suspense>
        <FolderDrawer {...tree} onClose={() => onDrawer(false)} />
      </Suspense>
    ) : null;
  }
  if (!isShown) return null;
  return (
    <nav
      aria-label={t("Folders of the library")}
      className="w-56 shrink-0 overflow-y-auto rounded-lg border border-border-strong bg-surface p-1.5"
    >
      <FolderTree {...tree} />
    </nav>
  );
}
