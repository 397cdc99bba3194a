import { AudioLines, SearchX, Upload } from "lucide-react";
import { TrySounds } from "@/components/onboarding/try-sounds";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { helpAddress } from "@/lib/help/addresses";
import type { SearchAnswer, SearchRefusal } from "@/lib/search/schema";
import { removeSpan } from "@/lib/search-query/edit";
import { hasSound, PLAIN_SEARCH, type SearchAddress } from "./search-href";

export interface NoResultsProps {
  address: SearchAddress;
  answer: SearchAnswer;
  onChange: (part: Partial<SearchAddress>) => void;
}

/** Why there is nothing, and what to do about it: the filter that is in the way, or an upload. */
export function NoResults({ address, answer, onChange }: NoResultsProps) {
  const isEverything = address.query.trim() === "" && !hasSound(address);
  if (isEverything) return <EmptyLibrary />;
  const { emptyFilter } = answer;
  return (
    <div className="glass rounded-lg" role="status">
      <EmptyState
        icon={SearchX}
        help={helpAddress("searching")}
        title="No matches"
        description={emptyFilter ? `No sample matches ${emptyFilter.text}.` : "No sample has all of this."}
        action={
          <>
            {emptyFilter ? (
              <Button
                variant="primary"
                onClick={() => onChange({ query: removeSpan(address.query, emptyFilter.span).text })}
              >
                Search without {emptyFilter.text}
              </Button>
            ) : null}
            <Button onClick={() => onChange(PLAIN_SEARCH)}>Show all samples</Button>
          </>
        }
      />
    </div>
  );
}

function EmptyLibrary() {
  return (
    <div className="glass rounded-lg">
      <EmptyState
        icon={AudioLines}
        title="There is nothing to search yet"
        description="Upload samples or finished tracks. A few seconds after its analysis, each can be found here."
        action={
          <>
            <ButtonLink href="/upload" variant="primary">
              <Upload aria-hidden />
              Upload audio
            </ButtonLink>
            <TrySounds />
          </>
        }
      />
    </div>
  );
}

const REFUSALS: Record<SearchRefusal | "feature_off", { title: string; description: string }> = {
  invalid_cursor: { title: "This list has changed", description: "Start the search again from its first results." },
  no_such_sample: {
    title: "The sample is gone",
    description: "A sample that results are compared with was deleted, or the address is wrong.",
  },
  not_analysed: {
    title: "Not analysed yet",
    description: "A sample that results are compared with has to be analysed first. Try again in a moment.",
  },
  no_such_sound: {
    title: "The sound is gone",
    description: "A sound to search with is kept for a short time only. Record or choose it again.",
  },
  feature_off: { title: "This is turned off", description: "Searching with a sound is turned off on this server." },
};

export interface RefusedSearchProps {
  reason: SearchRefusal | "feature_off";
  onChange: (part: Partial<SearchAddress>) => void;
}

/** A search that could not be done at all, and the search without what was in the way. */
export function RefusedSearch({ reason, onChange }: RefusedSearchProps) {
  return (
    <div className="glass rounded-lg" role="status">
      <EmptyState
        icon={SearchX}
        {...REFUSALS[reason]}
        action={<Button onClick={() => onChange({ like: [], unlike: [], sound: null })}>Search without a sound</Button>}
      />
    </div>
  );
}
