"use client";

import { AudioLines, SearchX, Upload } from "lucide-react";
import { useDeferredValue, useMemo, useRef } from "react";
import { useFavourites } from "@/components/samples/favourites";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { SampleRow } from "@/lib/samples/schema";
import { LibraryControlContext } from "./library-row";
import { LibraryTable } from "./library-table";
import { LibraryToolbar } from "./library-toolbar";
import { countByFilter, filterRows } from "./library-view";
import { useLibraryRows } from "./use-library-rows";
import { useLibraryView } from "./use-library-view";

/** All samples of a person: to search, play, star, select and delete. */
export function Library({ samples }: { samples: readonly SampleRow[] }) {
  const { rows: known, remove } = useLibraryRows(samples);
  const [rows, toggle] = useFavourites(known);
  const [view, setView] = useLibraryView();
  const { status, onlyFavourites, tag } = view;
  const query = useDeferredValue(view.query);
  const favourites = useMemo(() => rows.filter((row) => row.isFavourite), [rows]);
  const candidates = onlyFavourites ? favourites : rows;
  const shown = useMemo(() => filterRows(candidates, { query, status, tag }), [candidates, query, status, tag]);
  const counts = useMemo(() => countByFilter(candidates), [candidates]);
  const isLastShown = shown.length === 1;
  /** Whether the focus went with the last row. */
  const losesFocus = useRef(false);
  const control = useMemo(
    () => ({
      onlyFavourites,
      toggleFavourite: (row: SampleRow) => {
        losesFocus.current = onlyFavourites && isLastShown;
        toggle(row);
      },
      showTag: (shownTag: string) => setView({ tag: shownTag }),
    }),
    [toggle, onlyFavourites, isLastShown, setView],
  );

  if (rows.length === 0) return <EmptyLibrary />;
  return (
    <div className="flex flex-col gap-4">
      <LibraryToolbar view={view} onView={setView} counts={counts} favourites={favourites.length} />
      {shown.length > 0 ? (
        <LibraryControlContext value={control}>
          <LibraryTable rows={shown} sort={view.sort} onSort={(sort) => setView({ sort })} onDelete={remove} />
        </LibraryControlContext>
      ) : (
        <div className="glass rounded-lg">
          <EmptyState
            icon={SearchX}
            title="No matches"
            description="No sample matches this search and filter."
            action={
              <Button
                ref={(button) => {
                  if (losesFocus.current) button?.focus();
                  losesFocus.current = false;
                }}
                onClick={() => setView({ query: "", status: "all", onlyFavourites: false, tag: "" })}
              >
                Show all samples
              </Button>
            }
          />
        </div>
      )}
    </div>
  );
}

function EmptyLibrary() {
  return (
    <div className="glass rounded-lg">
      <EmptyState
        icon={AudioLines}
        title="Your library is empty"
        description="Upload samples or finished tracks to see their tempo, key, loudness and spectrum."
        action={
          <ButtonLink href="/upload" variant="primary">
            <Upload aria-hidden />
            Upload audio
          </ButtonLink>
        }
      />
    </div>
  );
}
