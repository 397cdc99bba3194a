import { AudioLines, SearchX, Upload } from "lucide-react";
import { useText } from "#text";
import { TrySounds } from "@/components/onboarding/try-sounds";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { helpAddress } from "@/lib/help/addresses";
import { msg } from "@/lib/language/text";
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
  const t = useText();
  const isEverything = address.query.trim() === "" && !hasSound(address);
  if (isEverything) return <EmptyLibrary />;
  const { emptyFilter } = answer;
  return (
    <div className="glass rounded-lg" role="status">
      <EmptyState
        icon={SearchX}
        help={helpAddress("searching")}
        title={t("No matches")}
        description={
          emptyFilter ? t("No sample matches {filter}.", { filter: emptyFilter.text }) : t("No sample has all of this.")
        }
        action={
          <>
            {emptyFilter ? (
              <Button
                variant="primary"
                onClick={() => onChange({ query: removeSpan(address.query, emptyFilter.span).text })}
              >
                {t("Search without {filter}", { filter: emptyFilter.text })}
              </Button>
            ) : null}
            <Button onClick={() => onChange(PLAIN_SEARCH)}>{t("Show all samples")}</Button>
          </>
        }
      />
    </div>
  );
}

function EmptyLibrary() {
  const t = useText();
  return (
    <div className="glass rounded-lg">
      <EmptyState
        icon={AudioLines}
        title={t("There is nothing to search yet")}
        description={t("Upload samples or finished tracks. A few seconds after its analysis, each can be found here.")}
        action={
          <>
            <ButtonLink href="/upload" variant="primary">
              <Upload aria-hidden />
              {t("Upload audio")}
            </ButtonLink>
            <TrySounds />
          </>
        }
      />
    </div>
  );
}

const REFUSALS: Record<SearchRefusal | "feature_off", { title: string; description: string }> = {
  invalid_cursor: {
    title: msg("This list has changed"),
    description: msg("Start the search again from its first results."),
  },
  no_such_sample: {
    title: msg("The sample is gone"),
    description: msg("A sample that results are compared with was deleted, or the address is wrong."),
  },
  not_analysed: {
    title: msg("Not analysed yet"),
    description: msg("A sample that results are compared with has to be analysed first. Try again in a moment."),
  },
  no_such_sound: {
    title: msg("The sound is gone"),
    description: msg("A sound to search with is kept for a short time only. Record or choose it again."),
  },
  feature_off: {
    title: msg("This is turned off"),
    description: msg("Searching with a sound is turned off on this server."),
  },
};

export interface RefusedSearchProps {
  reason: SearchRefusal | "feature_off";
  onChange: (part: Partial<SearchAddress>) => void;
}

/** A search that could not be done at all, and the search without what was in the way. */
export function RefusedSearch({ reason, onChange }: RefusedSearchProps) {
  const t = useText();
  const { title, description } = REFUSALS[reason];
  return (
    <div className="glass rounded-lg" role="status">
      <EmptyState
        icon={SearchX}
        title={t(title)}
        description={t(description)}
        action={
          <Button onClick={() => onChange({ like: [], unlike: [], sound: null })}>{t("Search without a sound")}</Button>
        }
      />
    </div>
  );
}
