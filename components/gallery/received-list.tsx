import { useText } from "#text";
import { When } from "@/components/listing/when";
import { attributionText, LICENCE_TEXTS } from "@/lib/gallery/licences";
import type { ReceivedDownload } from "@/lib/gallery/schema";

/** What a person downloaded, each with the licence of that moment. */
export function ReceivedList({ downloads, nowMs }: { downloads: readonly ReceivedDownload[]; nowMs: number }) {
  const t = useText();
  return (
    <ol aria-label={t("What you downloaded")} className="flex flex-col gap-4">
      {downloads.map((got) => (
        <li key={got.id} className="glass rounded-lg p-5 text-sm">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 className="wrap-anywhere font-medium text-base">
              {got.isPublic ? (
                <a href={got.address} className="text-primary underline underline-offset-4">
                  {got.title}
                </a>
              ) : (
                got.title
              )}
            </h2>
            <span className="text-muted-foreground">
              <When at={got.downloadedAt} nowMs={nowMs} />
            </span>
          </div>
          <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
            <dt className="text-muted-foreground">{t("Artist")}</dt>
            <dd className="wrap-anywhere">{got.artistName}</dd>
            <dt className="text-muted-foreground">{t("Licence")}</dt>
            <dd>{t(LICENCE_TEXTS[got.licence].name)}</dd>
            <dt className="text-muted-foreground">{t("Machine learning")}</dt>
            <dd>{got.aiTraining === "allowed" ? t("Allowed") : t("Not wanted")}</dd>
            <dt className="text-muted-foreground">{t("SHA-256")}</dt>
            <dd className="wrap-anywhere font-mono text-xs">{got.sha256}</dd>
            <dt className="text-muted-foreground">{t("Attribution")}</dt>
            <dd className="wrap-anywhere">{attributionText(got, t)}</dd>
          </dl>
          {got.isPublic ? null : (
            <p className="mt-2 text-muted-foreground">
              {t("No longer public. What you got stays under this licence.")}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
