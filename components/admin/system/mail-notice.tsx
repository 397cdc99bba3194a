import { MailWarning } from "lucide-react";
import { useText } from "#text";
import { Link } from "@/components/ui/link";

/** Shown only if e-mails could not be sent. */
export function MailNotice({ failed }: { failed: number }) {
  const t = useText();
  if (failed === 0) return null;
  return (
    <p className="flex items-center gap-3 rounded-lg border border-warning/35 bg-warning/12 px-4 py-3 text-sm">
      <MailWarning aria-hidden className="size-5 shrink-0 text-warning" />
      <span>
        {t.count(failed, "{count} e-mail could not be sent.", "{count} e-mails could not be sent.")}{" "}
        <Link href="/admin/mail?state=failed" className="underline underline-offset-4">
          {t("See why")}
        </Link>
      </span>
    </p>
  );
}
