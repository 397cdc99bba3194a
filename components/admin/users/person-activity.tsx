import { Panel } from "@/components/admin/panel";
import { When } from "@/components/admin/when";
import { UsageMeters } from "@/components/quotas/usage-meters";
import { browserName } from "@/components/settings/browser-name";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { DeviceSession } from "@/lib/accounts/schema";
import type { PersonActivity as Activity, PersonKey } from "@/lib/admin/people/schema";

/** What is used, and what is signed in or may be used just now. */
export function PersonActivity({ activity, nowMs }: { activity: Activity; nowMs: number }) {
  return (
    <>
      <Panel title="Usage">
        <UsageMeters usage={activity.usage} nowMs={nowMs} />
      </Panel>
      <Panel title="Sessions" isFlush>
        <Sessions sessions={activity.sessions} nowMs={nowMs} />
      </Panel>
      <Panel title="API keys" isFlush>
        <Keys keys={activity.keys} nowMs={nowMs} />
      </Panel>
    </>
  );
}

const None = ({ children }: { children: string }) => (
  <p className="px-5 pb-5 text-muted-foreground text-sm">{children}</p>
);

function Sessions({ sessions, nowMs }: { sessions: readonly DeviceSession[]; nowMs: number }) {
  if (sessions.length === 0) return <None>Signed in nowhere.</None>;
  return (
    <Table>
      <TableHeader>
        <tr>
          <TableHead className="pl-5">Device</TableHead>
          <TableHead>Address</TableHead>
          <TableHead>Signed in</TableHead>
          <TableHead className="pr-5">Last seen</TableHead>
        </tr>
      </TableHeader>
      <TableBody>
        {sessions.map((session) => (
          <TableRow key={session.id}>
            <TableCell className="whitespace-nowrap pl-5">
              {browserName(session.userAgent).name} {session.current ? <Badge tone="success">You, here</Badge> : null}
            </TableCell>
            <TableCell className="figures">{session.address ?? "unknown"}</TableCell>
            <TableCell>
              <When at={session.createdAt} nowMs={nowMs} />
            </TableCell>
            <TableCell className="pr-5">
              <When at={session.lastSeenAt} nowMs={nowMs} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Keys({ keys, nowMs }: { keys: readonly PersonKey[]; nowMs: number }) {
  if (keys.length === 0) return <None>No keys.</None>;
  return (
    <Table>
      <TableHeader>
        <tr>
          <TableHead className="pl-5">Key</TableHead>
          <TableHead>Scopes</TableHead>
          <TableHead>Expires</TableHead>
          <TableHead className="pr-5">Last used</TableHead>
        </tr>
      </TableHeader>
      <TableBody>
        {keys.map((key) => (
          <TableRow key={key.id}>
            <TableCell className="pl-5">
              <span className="block max-w-48 truncate">{key.name}</span>
              <code className="text-muted-foreground text-xs">{key.prefix}…</code>
            </TableCell>
            <TableCell className="min-w-56 font-mono text-xs">{key.scopes.join(", ")}</TableCell>
            <TableCell className="whitespace-nowrap">{key.expiresAt?.slice(0, 10) ?? "Never"}</TableCell>
            <TableCell className="pr-5">
              {key.lastUsedAt ? <When at={key.lastUsedAt} nowMs={nowMs} /> : "Never"}
              <span className="block text-muted-foreground text-xs">{key.lastUsedAddress}</span>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
