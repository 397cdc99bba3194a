import { When } from "@/components/listing/when";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { counted } from "@/lib/format/count";
import type { ReportedThing } from "@/lib/moderation/schema";
import { AnswerReports } from "./answer-reports";
import { REASON_TEXTS } from "./reason-texts";

/** Something that was reported: what it is, what people say is wrong with it, and the answers to that. */
export function ReportedThingItem({ thing, nowMs }: { thing: ReportedThing; nowMs: number }) {
  const { slug, title, state, ownerId, ownerName, comment, reports, reasons, texts, firstReportedAt } = thing;
  return (
    <li className="flex flex-col gap-3 px-5 py-5 not-first:border-t">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="wrap-anywhere min-w-0 font-medium">
          {comment ? "A comment on " : null}
          {state === "public" ? (
            <Link href={`/gallery/${slug}`} className="text-primary underline underline-offset-4">
              {title}
            </Link>
          ) : (
            title || "something that was taken back"
          )}
        </h3>
        <p className="text-muted-foreground text-sm">
          {counted(reports, "report")}, the first <When at={firstReportedAt} nowMs={nowMs} />
        </p>
      </div>
      <p className="text-sm">
        By{" "}
        <Link href={`/admin/users/${comment?.userId ?? ownerId}`} className="text-primary underline underline-offset-4">
          {comment ? "the author of the comment" : (ownerName ?? "somebody without a public name")}
        </Link>
      </p>
      {comment ? (
        <blockquote className="wrap-anywhere whitespace-pre-line border-l-2 pl-4">
          {comment.text || "Its author deleted it."}
        </blockquote>
      ) : null}
      <ul aria-label="What is wrong" className="flex flex-wrap gap-2">
        {reasons.map((reason) => (
          <li key={reason}>
            <Badge tone="warning">{REASON_TEXTS[reason]}</Badge>
          </li>
        ))}
      </ul>
      {texts.length > 0 ? (
        <ul aria-label="What people say" className="flex flex-col gap-2 text-muted-foreground text-sm">
          {texts.map((text, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may say the same
            <li key={at} className="wrap-anywhere whitespace-pre-line">
              “{text}”
            </li>
          ))}
        </ul>
      ) : null}
      <AnswerReports thing={thing} />
    </li>
  );
}
