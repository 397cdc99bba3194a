import { useText } from "#text";
import { PlainSearch } from "@/components/forms/plain-search";
import { Rich } from "@/components/language/rich";
import { Link } from "@/components/ui/link";
import { HELP_QUESTION_CHARACTERS_MAX } from "@/lib/help/constants";
import type { HelpHit } from "@/lib/help/schema";
import type { Text } from "@/lib/language/text";

/** A plain form that asks for a page, so that it needs no scripts. */
export function HelpSearch({ question = "" }: { question?: string }) {
  const t = useText();
  return (
    <search>
      <PlainSearch
        action="/docs"
        label={t("Search the help")}
        placeholder={t("true peak, backup, rate limit")}
        question={question}
        charactersMax={HELP_QUESTION_CHARACTERS_MAX}
      />
    </search>
  );
}

export interface HelpResultsProps {
  question: string;
  isCut: boolean;
  hits: readonly HelpHit[];
  hasAllWords: boolean;
}

/** What was found, with the words of the question marked. */
export function HelpResults({ question, isCut, hits, hasAllWords }: HelpResultsProps) {
  const t = useText();
  return (
    <section aria-label={t("Found")} className="flex max-w-prose flex-col gap-5">
      <p role="status" className="text-muted-foreground text-sm">
        {summaryOf(hits.length, hasAllWords, question, t)}
        {isCut
          ? ` ${t("Only the first {count} characters were searched.", { count: HELP_QUESTION_CHARACTERS_MAX })}`
          : ""}
      </p>
      {hits.length === 0 ? (
        <p>
          <Rich
            t={t}
            text="Try fewer words, or look through <pages>all pages</pages>."
            parts={{
              pages: (inner) => (
                <Link href="/docs" className="text-primary underline">
                  {inner}
                </Link>
              ),
            }}
          />
        </p>
      ) : (
        <ol className="flex flex-col gap-5">
          {hits.map((hit) => (
            <Hit key={hit.address} hit={hit} />
          ))}
        </ol>
      )}
    </section>
  );
}

function summaryOf(count: number, hasAllWords: boolean, question: string, t: Text): string {
  const values = { question };
  if (count === 0) return t("Nothing in the help has “{question}”.", values);
  return hasAllWords
    ? t.count(count, "{count} place for “{question}”.", "{count} places for “{question}”.", values)
    : t.count(
        count,
        "No place has all of “{question}”. {count} place with some of it.",
        "No place has all of “{question}”. {count} places with some of it.",
        values,
      );
}

function Hit({ hit: { address, pageTitle, heading, excerpt } }: { hit: HelpHit }) {
  return (
    <li>
      <h2 className="font-medium text-base">
        <Link href={address} className="text-primary underline decoration-primary/40 underline-offset-4">
          {heading ?? pageTitle}
        </Link>
        {heading ? <span className="ml-2 font-normal font-sans text-muted-foreground text-sm">{pageTitle}</span> : null}
      </h2>
      <p className="mt-1 text-muted-foreground text-sm wrap-anywhere">
        {excerpt.map(({ text, isMarked }, at) =>
          isMarked ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, drawn once.
            <mark key={at} className="rounded-xs bg-primary/20 text-foreground">
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </p>
    </li>
  );
}
