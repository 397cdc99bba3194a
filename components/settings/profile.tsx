import { Badge } from "@/components/ui/badge";
import type { Viewer } from "@/lib/auth/schema";

export function Profile({ viewer }: { viewer: Viewer }) {
  return (
    <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-[1fr_1.4fr_auto]">
      <div className="min-w-0">
        <dt className="eyebrow">Name</dt>
        <dd className="mt-1 truncate">{viewer.name}</dd>
      </div>
      <div className="min-w-0">
        <dt className="eyebrow">E-mail</dt>
        <dd className="mt-1 truncate">{viewer.email}</dd>
      </div>
      <div>
        <dt className="eyebrow">Account</dt>
        <dd className="mt-1">
          {viewer.role === "admin" ? <Badge tone="accent">Admin</Badge> : null}
          {viewer.isDemo ? <Badge>Demo</Badge> : null}
          {viewer.role !== "admin" && !viewer.isDemo ? <Badge>Member</Badge> : null}
        </dd>
      </div>
    </dl>
  );
}
