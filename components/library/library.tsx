"use client";

import { AudioLines, SearchX, Upload } from "lucide-react";
import { useDeferredValue, useEffect, useMemo } from "react";
import { audioPlayer } from "@/components/player/audio-player";
import { usePlayerState } from "@/components/player/use-player";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { toast } from "@/components/ui/toast";
import type { SampleRow } from "@/lib/samples/schema";
import { LibraryTable } from "./library-table";
import { LibraryToolbar } from "./library-toolbar";
import { countByFilter, filterRows } from "./library-view";
import { useLibraryRows } from "./use-library-rows";
import { useLibraryView } from "./use-library-view";

/** All samples of a person: to search, play, select and delete. */
export function Library({ samples }: { samples: readonly SampleRow[] }) {
  const { rows, remove } = useLibraryRows(samples);
  const [view, setView] = useLibraryView();
  const query = useDeferredValue(view.query);
  const shown = useMemo(() => filterRows(rows, { query, status: view.status }), [rows, query, view.status]);
  const counts = useMemo(() => countByFilter(rows), [rows]);
  usePreview();

  if (rows.length === 0) return <EmptyLibrary />;
  return (
    <div className="flex flex-col gap-4">
      <LibraryToolbar view={view} onView={setView} counts={counts} />
      {shown.length > 0 ? (
        <LibraryTable rows={shown} sort={view.sort} onSort={(sort) => setView({ sort })} onDelete={remove} />
      ) : (
        <div className="glass rounded-lg">
          <EmptyState
            icon={SearchX}
            title="No matches"
            description="No sample matches this search and filter."
            action={<Button onClick={() => setView({ query: "", status: "all" })}>Show all samples</Button>}
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

/** Stops the preview when the page is left, and says why a preview cannot play. */
function usePreview(): void {
  const { status, message } = usePlayerState();
  useEffect(() => () => audioPlayer().pause(), []);
  useEffect(() => {
    if (status === "failed" && message) toast.error("The preview could not be played", { description: message });
  }, [status, message]);
}
