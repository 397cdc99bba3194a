import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { mailFilters } from "@/components/admin/mail/mail-filters";
import { MailsTable } from "@/components/admin/mail/mails-table";
import { Rich } from "@/components/language/rich";
import { FilterForm } from "@/components/listing/filter-form";
import { Pagination } from "@/components/listing/pagination";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { loadMails } from "@/lib/admin/loaders";
import type { PageQuery } from "@/lib/admin/page-query";
import { loadText } from "@/lib/choices/language";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Mail") };
}

export default function MailPage({ searchParams }: { searchParams: PageQuery }) {
  const t = useText();
  return (
    <>
      <PageHeader title={t("Mail")} description={t("Recent e-mails to people, and whether they were sent.")} />
      <Suspense fallback={<Skeleton className="h-120 rounded-lg" />}>
        <Mails searchParams={searchParams} />
      </Suspense>
    </>
  );
}

async function Mails({ searchParams }: { searchParams: PageQuery }) {
  const t = await loadText();
  const { rows, query, mailIsSent, ...pages } = await loadMails(searchParams);
  return (
    <>
      {mailIsSent ? null : (
        <p className="glass mb-4 max-w-prose rounded-lg px-4 py-3 text-sm">
          <Rich
            t={t}
            text="No mail server is configured, so no e-mail is sent. Read an e-mail here and pass it on yourself, or set <code>SMTP_URL</code>."
            parts={{ code: (inner) => <code>{inner}</code> }}
          />
        </p>
      )}
      <FilterForm path="/admin/mail" filters={mailFilters(query)} />
      <Card className="overflow-hidden">
        <MailsTable mails={rows} mailIsSent={mailIsSent} nowMs={Date.now()} />
        <Pagination path="/admin/mail" query={query} shown={rows.length} {...pages} />
      </Card>
    </>
  );
}
