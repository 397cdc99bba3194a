import { useSite } from "#site";
import { useText } from "#text";
import { Link } from "@/components/ui/link";

/** Links to the texts of this server, as items of a list, where its admin has written any. */
export function SiteTexts({ linkClassName }: { linkClassName: string }) {
  const t = useText();
  const { hasTerms, hasPrivacy } = useSite();
  const texts = [
    { isWritten: hasTerms, href: "/terms", label: t("Terms") },
    { isWritten: hasPrivacy, href: "/privacy", label: t("Privacy") },
  ] as const;
  return texts.flatMap(({ isWritten, href, label }) =>
    isWritten ? (
      <li key={href}>
        <Link href={href} className={linkClassName}>
          {label}
        </Link>
      </li>
    ) : (
      []
    ),
  );
}
