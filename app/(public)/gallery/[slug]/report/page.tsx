import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReportForm } from "@/components/moderation/report-form";
import { PageHeader } from "@/components/ui/page-header";
import { loadText } from "@/lib/choices/language";
import { loadReportable } from "@/lib/moderation/loaders";

/** All of it is in the document, so that it can be read and sent without scripts. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("[noun] Report"), robots: { index: false } };
}

interface ReportPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ comment?: string | string[] }>;
}

export default async function ReportPage({ params, searchParams }: ReportPageProps) {
  const t = await loadText();
  const [{ slug }, { comment: asked }] = await Promise.all([params, searchParams]);
  const reportable = await loadReportable(slug, typeof asked === "string" ? asked : null);
  if (!reportable) notFound();
  const { publicationId, title, artistName, comment } = reportable;
  return (
    <main id="content" className="max-w-2xl flex-1 py-10">
      <PageHeader
        title={comment ? t("Report a comment") : t("Report a sound")}
        description={t("Admins of this server read every report. Nobody else learns who sent it.")}
      />
      <div className="glass mb-8 rounded-lg p-5 text-sm">
        <p className="wrap-anywhere font-medium">
          {comment
            ? t("{name}, about “{title}”", { name: comment.authorName, title })
            : t("“{title}” by {name}", { title, name: artistName })}
        </p>
        {comment ? <p className="wrap-anywhere mt-1 whitespace-pre-line">{comment.text}</p> : null}
      </div>
      <ReportForm publicationId={publicationId} commentId={comment?.id ?? null} path={`/gallery/${slug}`} />
    </main>
  );
}
