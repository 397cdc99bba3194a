import { ArrowLeft } from "lucide-react";
import { type ReactNode, Suspense } from "react";
import { useText } from "#text";
import { StudioTexts } from "@/components/language/text-provider";
import { Frame } from "@/components/shell/frame";
import { UserMenu } from "@/components/shell/user-menu";
import { Link } from "@/components/ui/link";
import { Skeleton } from "@/components/ui/skeleton";
import { loadAdministrator } from "@/lib/admin/loaders";

/** The proxy lets only admins through, and each page's loader checks again. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  const account = (
    <Suspense fallback={<Skeleton className="size-9 rounded-full" />}>
      <Account />
    </Suspense>
  );
  return (
    <StudioTexts>
      <Frame area="admin" sidebarEnd={<BackToStudio />} account={account}>
        {children}
      </Frame>
    </StudioTexts>
  );
}

function BackToStudio() {
  const t = useText();
  return (
    <Link
      href="/dashboard"
      className="flex items-center gap-3 rounded-sm font-medium text-muted-foreground text-sm hover:text-foreground"
    >
      <ArrowLeft aria-hidden className="size-4.5" />
      {t("Back to the studio")}
    </Link>
  );
}

async function Account() {
  const { name, email, role } = await loadAdministrator();
  return <UserMenu viewer={{ name, email, role }} />;
}
