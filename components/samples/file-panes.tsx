import { useText } from "#text";
import type { KeyNotation } from "@/lib/music/key-notations";
import type { SampleDetail } from "@/lib/samples/schema";
import { type Claim, claimsOf } from "./file-claims";
import { type FileFact, fileFactsOf, fileNotesOf } from "./file-facts";
import { Pane } from "./pane";

type FileSaid = Pick<SampleDetail, "record" | "corrections" | "fileTags" | "nameFacts" | "coverUrl">;

/** Whether the file or its name says anything. */
export function saysSomething({ record, corrections, fileTags, nameFacts, coverUrl }: FileSaid): boolean {
  if (record && claimsOf(record, fileTags, nameFacts, corrections).length > 0) return true;
  if (coverUrl !== null) return true;
  return (
    fileTags !== null && (fileTags.comment !== null || [fileFactsOf, fileNotesOf].some((of) => of(fileTags).length))
  );
}

/** What the file says about itself, and where it differs from what is measured. */
export function FilePanes(props: FileSaid & { notation: KeyNotation }) {
  const t = useText();
  const { record, corrections, fileTags, nameFacts, coverUrl, notation } = props;
  const claims = record ? claimsOf(record, fileTags, nameFacts, corrections, notation, t) : [];
  const facts = fileTags ? fileFactsOf(fileTags, t) : [];
  const notes = fileTags ? fileNotesOf(fileTags, t) : [];
  const comment = fileTags?.comment ?? null;
  const hasTags = facts.length + notes.length > 0 || comment !== null || coverUrl !== null;
  return (
    <div className={hasTags && claims.length > 0 ? "grid gap-4 md:grid-cols-2" : "grid gap-4"}>
      {hasTags ? (
        <Pane title={t("Tags")}>
          <div className="flex flex-wrap items-start gap-5">
            {coverUrl ? (
              // biome-ignore lint/performance/noImgElement: a private picture, small already, that no optimiser may fetch
              <img
                src={coverUrl}
                alt={t("Cover in the file")}
                width={128}
                height={128}
                loading="lazy"
                className="size-32 rounded-md bg-muted object-contain"
              />
            ) : null}
            {facts.length > 0 ? <FactList facts={facts} /> : null}
          </div>
          {comment === null ? null : (
            <div className="mt-4">
              <h4 className="eyebrow">{t("[of a file] Comment")}</h4>
              <p className="wrap-anywhere whitespace-pre-line text-sm" dir="auto">
                {comment}
              </p>
            </div>
          )}
          {notes.map((note) => (
            <p key={note} className="mt-3 text-muted-foreground text-xs">
              {note}
            </p>
          ))}
        </Pane>
      ) : null}
      {claims.length > 0 ? <ClaimsPane claims={claims} /> : null}
    </div>
  );
}

function FactList({ facts }: { facts: readonly FileFact[] }) {
  return (
    <dl className="grid min-w-48 flex-1 gap-y-2.5">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt className="eyebrow">{name}</dt>
          <dd className="wrap-anywhere text-sm">
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ClaimsPane({ claims }: { claims: readonly Claim[] }) {
  const t = useText();
  const differences = claims.flatMap((claim) => claim.differences);
  return (
    <Pane title={t("Beside what is measured")}>
      <table className="w-full text-sm">
        <caption className="sr-only">{t("What the file and its name say, beside what is measured")}</caption>
        <thead>
          <tr className="text-left">
            <td />
            {[t("File"), t("[of a file] Name"), t("Measured")].map((source) => (
              <th key={source} scope="col" className="eyebrow pb-1.5 font-normal">
                {source}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-border">
          {claims.map(({ name, inFile, inName, measured }) => (
            <tr key={name} className="align-top">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal text-muted-foreground">
                {name}
              </th>
              {[inFile, inName, measured].map((value, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: three columns that never move
                <td key={column} className="figures py-1.5 pr-3">
                  {value ?? "–"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {differences.length > 0 ? (
        <ul className="mt-3 grid gap-1 text-sm">
          {differences.map((difference) => (
            <li key={difference}>{difference}</li>
          ))}
        </ul>
      ) : null}
    </Pane>
  );
}
