import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { When } from "@/components/listing/when";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { formatCount } from "@/lib/format/count";
import type { ReportedThing } from "@/lib/moderation/schema";
import { AnswerReports } from "./answer-reports";
import { REASON_TEXTS } from "./reason-texts";

/** Something that was reported: what it is, what people say is wrong with it, and the answers to that. */
export function ReportedThingItem({ thing, nowMs }: { thing: ReportedThing; nowMs: number }) {
  const t = useText();
  const { ownerId, ownerName, comment, reports, reasons, texts, firstReportedAt } = thing;
  return (
    <li className="flex flex-col gap-3 px-5 py-5 not-first:border-t">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="wrap-anywhere min-w-0 font-medium">
          {comment ? (
            <Rich t={t} text="A comment on {title}" values={{ title: <Title key="title" thing={thing} /> }} />
          ) : (
            <Title thing={thing} />
          )}
        </h3>
        <p className="text-muted-foreground text-sm">
          <Rich
            t={t}
            text={reports === 1 ? "{reports} report, the first {ago}" : "{reports} reports, the first {ago}"}
            values={{
              reports: formatCount(reports, t),
              ago: <When key="ago" at={firstReportedAt} nowMs={nowMs} />,
            }}
          />
        </p>
      </div>
      <p className="text-sm">
        <Rich
          t={t}
          text={comment ? "By <author>the author of the comment</author>" : "By <author>{name}</author>"}
          values={{ name: ownerName ?? t("somebody without a public name") }}
          parts={{
            author: (inner) => (
              <Link
                href={`/admin/users/${comment?.userId ?? ownerId}`}
                className="text-primary underline underline-offset-4"
              >
                {inner}
              </Link>
            ),
          }}
        />
      </p>
      {comment ? (
        <blockquote className="wrap-anywhere whitespace-pre-line border-l-2 pl-4">
          {comment.text || t("Its author deleted it.")}
        </blockquote>
      ) : null}
      <ul aria-label={t("What is wrong")} className="flex flex-wrap gap-2">
        {reasons.map((reason) => (
          <li key={reason}>
            <Badge tone="warning">{t(REASON_TEXTS[reason])}</Badge>
          </li>
        ))}
      </ul>
      {texts.length > 0 ? (
        <ul aria-label={t("What people say")} className="flex flex-col gap-2 text-muted-foreground text-sm">
          {texts.map((text, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may say the same
            <li key={at} className="wrap-anywhere whitespace-pre-line">
              {t("“{text}”", { text })}
            </li>
          ))}
        </ul>
      ) : null}
      <AnswerReports thing={thing} />
    </li>
  );
}

function Title({ thing: { slug, title, state } }: { thing: ReportedThing }) {
  const t = useText();
  if (state !== "public") return title || t("something that was taken back");
  return (
    <Link href={`/gallery/${slug}`} className="text-primary underline underline-offset-4">
      {title}
    </Link>
  );
}
