"use client";

import { Bookmark, Columns3, FolderTree, Headphones, LayoutGrid, List, Rows3, Rows4 } from "lucide-react";
import { useText } from "#text";
import { SORT_LABELS } from "@/components/search/sort-labels";
import { IconButton } from "@/components/ui/icon-button";
import { LazyMenu } from "@/components/ui/lazy-menu";
import { NativeSelect } from "@/components/ui/native-select";
import type { Density } from "@/lib/choices/constants";
import { cn } from "@/lib/cn";
import { LIST_ORDERS, type ListSort } from "@/lib/search/words/schema";
import type { Layout } from "./library-address";
import { menuFailed } from "./library-filters";
import { changeLook, type Look } from "./look";
import type { ColumnsControl } from "./use-columns";

const SORTS = LIST_ORDERS.flatMap((order): ListSort[] => [order, `-${order}`]).map((value) => ({
  value,
  label: SORT_LABELS[value],
}));

const loadLookMenu = async () => (await import("./look-menu")).LookMenu;
const loadViews = async () => (await import("./views-menu")).ViewsMenu;

export interface LibraryToolsProps {
  layout: Layout;
  density: Density;
  look: Look;
  sort: ListSort;
  /** Whether the list has heads that sort it. */
  hasHeads: boolean;
  columns: ColumnsControl;
  /** The query string of what is shown, for a saved view. */
  search: string;
  onLayout: (layout: Layout) => void;
  onDensity: (density: Density) => void;
  onSort: (sort: ListSort) => void;
  onView: (search: string) => void;
}

/** How the library looks and sounds, and the views that a person has saved. */
export function LibraryTools(props: LibraryToolsProps) {
  const t = useText();
  const { layout, density, look, sort, hasHeads, columns, search } = props;
  const { onLayout, onDensity, onSort, onView } = props;
  const isCards = layout === "cards";
  const isCompact = density === "compact";
  return (
    <div className="flex shrink-0 items-center gap-0.5">
      {hasHeads ? null : (
        <NativeSelect
          label={t("Sort by")}
          className="mr-1 w-40"
          options={SORTS.map(({ value, label }) => ({ value, label: t(label) }))}
          value={sort}
          onValueChange={onSort}
        />
      )}
      <IconButton
        label={t("Play what the arrow keys reach")}
        size="icon-sm"
        aria-pressed={look.autoPreview}
        onClick={() => changeLook({ autoPreview: !look.autoPreview })}
        className={pressed(look.autoPreview)}
      >
        <Headphones aria-hidden />
      </IconButton>
      <IconButton
        label={t("Compact rows")}
        size="icon-sm"
        aria-pressed={isCompact}
        onClick={() => onDensity(isCompact ? "comfortable" : "compact")}
        className={pressed(isCompact)}
      >
        {isCompact ? <Rows4 aria-hidden /> : <Rows3 aria-hidden />}
      </IconButton>
      <IconButton
        label={isCards ? t("Show as a list") : t("Show as cards")}
        size="icon-sm"
        onClick={() => onLayout(isCards ? "table" : "cards")}
      >
        {isCards ? <List aria-hidden /> : <LayoutGrid aria-hidden />}
      </IconButton>
      <LazyMenu
        load={loadLookMenu}
        menuProps={{ columns, look, hasColumns: hasHeads }}
        onFailed={menuFailed(t)}
        trigger={
          <IconButton label={t("Columns and more")} size="icon-sm">
            <Columns3 aria-hidden />
          </IconButton>
        }
      />
      <LazyMenu
        load={loadViews}
        menuProps={{ search, onView }}
        onFailed={menuFailed(t)}
        trigger={
          <IconButton label={t("Saved views")} size="icon-sm">
            <Bookmark aria-hidden />
          </IconButton>
        }
      />
    </div>
  );
}

const pressed = (isOn: boolean) => cn(isOn && "bg-muted text-primary hover:text-primary");

export interface FoldersButtonProps {
  isOn: boolean;
  isDrawerOpen: boolean;
  onFolders: () => void;
  onDrawer: () => void;
}

/** Beside the list there is room for the folders; on a narrow screen they come as a drawer. */
export function FoldersButton({ isOn, isDrawerOpen, onFolders, onDrawer }: FoldersButtonProps) {
  const t = useText();
  const look = "size-12 rounded-lg";
  return (
    <>
      <IconButton
        label={isOn ? t("Hide folders") : t("Show folders")}
        variant="secondary"
        aria-pressed={isOn}
        onClick={onFolders}
        className={cn(look, "max-lg:hidden", isOn && "text-primary")}
      >
        <FolderTree aria-hidden />
      </IconButton>
      <IconButton
        label={t("Folders")}
        variant="secondary"
        aria-haspopup="dialog"
        aria-expanded={isDrawerOpen}
        onClick={onDrawer}
        className={cn(look, "lg:hidden")}
      >
        <FolderTree aria-hidden />
      </IconButton>
    </>
  );
}
