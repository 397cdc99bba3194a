"use client";

import { RefreshCw } from "lucide-react";
import { type ComponentType, lazy, Suspense, useMemo, useState } from "react";
import { useText } from "#text";
import { useChoices } from "@/components/choices/choices-provider";
import { Button } from "@/components/ui/button";
import { useElementWidth } from "@/components/waveform/use-element-width";
import { cn } from "@/lib/cn";
import type { Text } from "@/lib/language/text";
import type { BulkActionProps } from "./bulk-actions";
import { BulkBar } from "./bulk-bar";
import { librarySearch } from "./library-address";
import { EmptyLibrary, NoMatches, ReadFailure } from "./library-empty";
import { LibraryFilters, menuFailed } from "./library-filters";
import { LibraryList } from "./library-list";
import { LibrarySearch } from "./library-search";
import { FoldersButton, LibraryTools } from "./library-tools";
import { changeLook } from "./look";
import { wantedValue, withOnly } from "./query-filters";
import { useLibrary } from "./use-library";
import type { FirstRows } from "./use-library-window";

const FolderPane = lazy(() => import("./folder-pane").then(({ FolderPane }) => ({ default: FolderPane })));

/** An action on what was selected when it began. It goes on if its samples leave the list meanwhile. */
interface OpenAction {
  Open: ComponentType<BulkActionProps>;
  selection: BulkActionProps["selection"];
  count: number;
}

/** Until the pane is measured, which the server cannot do. */
const USUAL_WIDTH_PX = 1000;
const PHONE_WIDTH_PX = 360;

/** All samples of a person: to search, hear, star, select and delete. */
export function Library({ first, isPhone }: { first: FirstRows; isPhone: boolean }) {
  const t = useText();
  // As state: what measures the pane must learn when it is there, which is after the list in it was drawn.
  const [paneElement, setPaneElement] = useState<HTMLDivElement | null>(null);
  const pane = useMemo(() => ({ current: paneElement }), [paneElement]);
  const widthPx = useElementWidth(pane) || (isPhone ? PHONE_WIDTH_PX : USUAL_WIDTH_PX);
  const library = useLibrary(first, widthPx);
  const { address, look, opened, parsed, selection, layout, density, columns, onQuery } = library;
  const { wanted, change } = address;
  const { choose } = useChoices();
  const { window: list, isOpening, hasFailed, news, reopen } = opened;
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const [bulk, setBulk] = useState<OpenAction | null>(null);
  const [wasListed, setWasListed] = useState(false);
  if (!wasListed && list.total > 0) setWasListed(true);
  const isEmpty = list.total === 0 && list.isWhole && !isOpening;
  if (isEmpty && list.question.query === "" && wanted.query === "") return <EmptyLibrary />;

  const folder = wantedValue(parsed, "in");
  const shownNow = { ...wanted, layout, density, columns: wanted.columns ?? look.columns };
  const search = librarySearch({ ...shownNow, at: null, selected: null });
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2.5">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-2.5">
        <FoldersButton
          isOn={look.showsFolders}
          isDrawerOpen={isDrawerOpen}
          onFolders={() => changeLook({ showsFolders: !look.showsFolders })}
          onDrawer={() => setDrawerOpen(true)}
        />
        <LibrarySearch query={wanted.query} onType={address.type} onQuery={onQuery} />
      </div>
      <div className="-mx-4 flex items-center justify-between gap-3 overflow-x-auto px-4 py-0.5 [scrollbar-width:none] sm:mx-0 sm:px-0">
        <LibraryFilters query={wanted.query} parsed={parsed} onQuery={onQuery} />
        <LibraryTools
          {...{ layout, density, look, columns, search }}
          sort={wanted.sort}
          hasHeads={layout === "table" && widthPx >= NARROW_PX}
          onLayout={(next) => {
            changeLook({ layout: next });
            change({ layout: next }, true);
          }}
          onDensity={(next) => {
            choose({ density: next });
            change({ density: next }, true);
          }}
          onSort={(sort) => change({ sort })}
          onView={library.onView}
        />
      </div>
      <div className="flex min-h-0 flex-1 gap-3">
        <Suspense>
          <FolderPane
            isShown={look.showsFolders}
            isDrawerOpen={isDrawerOpen}
            onDrawer={setDrawerOpen}
            folder={folder}
            total={list.total}
            onFolder={(path) => onQuery(withOnly(wanted.query, "in", path))}
          />
        </Suspense>
        <div className="relative flex min-w-0 flex-1 flex-col overflow-hidden rounded-lg border border-border-strong bg-surface">
          <div
            ref={setPaneElement}
            aria-busy={isOpening}
            className={cn(
              "min-h-0 flex-1 overflow-auto overscroll-contain bg-surface [scrollbar-gutter:stable]",
              isOpening && "opacity-70",
            )}
          >
            {isEmpty ? (
              <NoMatches onAll={() => onQuery("")} takesFocus={wasListed} />
            ) : (
              <LibraryList
                {...{ pane, widthPx, layout, density, columns, selection }}
                window={list}
                landing={opened.landing}
                at={wanted.at}
                actions={library.actions}
                autoPreview={look.autoPreview}
                hoverPreview={look.hoverPreview}
                place={library.place}
                sort={wanted.sort}
                onSort={(sort) => change({ sort })}
                onTag={library.onTag}
                onAt={address.moveTo}
                onScrolled={library.onScrolled}
                onDelete={library.onDelete}
              />
            )}
          </div>
          {hasFailed || list.hasFailed ? <ReadFailure onRetry={() => void reopen(null)} /> : null}
          {news > 0 ? (
            <Button
              size="sm"
              variant="primary"
              className="absolute top-10 left-1/2 z-20 -translate-x-1/2"
              onClick={() => void reopen(null)}
            >
              <RefreshCw aria-hidden />
              {t("{count} new", { count: news })}
            </Button>
          ) : null}
          {library.picked ? (
            <BulkBar
              count={library.count}
              onStart={(action) => {
                const { picked, count } = library;
                if (!picked) return;
                action.load().then((Open) => setBulk({ Open, selection: picked, count }), menuFailed(t));
              }}
              onDelete={library.removeSelected}
              onClear={selection.clear}
            />
          ) : null}
          <p
            role="status"
            className={cn(
              "flex h-7.5 shrink-0 items-center border-t px-3 text-muted-foreground text-xs",
              library.picked && "sr-only",
            )}
          >
            {list.isWhole ? countText(list.total, wanted.query.trim() !== "", t) : t("Counting…")}
          </p>
        </div>
      </div>
      {bulk ? <bulk.Open selection={bulk.selection} count={bulk.count} onDone={() => setBulk(null)} /> : null}
    </div>
  );
}

/** Narrower panes have no columns. */
const NARROW_PX = 620;

const countText = (total: number, isSearch: boolean, t: Text) =>
  isSearch
    ? t.count(total, "{count} sample found", "{count} samples found")
    : t.count(total, "{count} sample", "{count} samples");
