import { FileText } from "lucide-react";
import { useText } from "#text";
import { EmptyState } from "@/components/ui/empty-state";
import { PlainText } from "@/components/ui/plain-text";

/** One of the texts that an admin can write. */
export function LegalPage({ title, text }: { title: string; text: string }) {
  const t = useText();
  return (
    <main id="content" className="flex-1 pt-6 pb-20">
      <h1 className="mb-6 font-display font-medium text-3xl tracking-tight">{title}</h1>
      {text === "" ? (
        <EmptyState
          icon={FileText}
          title={t("Nothing is written here yet")}
          description={t("Whoever runs this server has not written this text. Ask them if you need it.")}
        />
      ) : (
        <PlainText>{text}</PlainText>
      )}
    </main>
  );
}
