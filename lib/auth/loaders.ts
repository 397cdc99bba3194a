import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { mailIsSent } from "@/lib/platform/mail";
import { actorOf } from "./actor";
import { PATH_HEADER, SIGN_IN_PATH } from "./constants";
import { currentSession } from "./current-actor";
import { findAccount, listActiveSessions } from "./data";
import { findPendingEmail } from "./email-change/data";
import { listLinkedAccounts } from "./linked-accounts/data";
import { providerSettings } from "./linked-accounts/providers";
import { type LinkedService, PROVIDER_NAMES, PROVIDERS, type ProviderId } from "./linked-accounts/schema";
import type { DeviceSession, ProfileSettings, SecuritySettings, Viewer } from "./schema";
import { countUnusedRecoveryCodes, hasSecondFactor } from "./second-factor/data";

export async function loadViewer(): Promise<Viewer | null> {
  return (await currentSession())?.viewer ?? null;
}

/** The viewer; a stranger is sent to sign in and comes back afterwards. */
export async function requireViewer(): Promise<Viewer> {
  return (await requireSession()).viewer;
}

/** Signed-in browsers of the viewer, the latest seen first. */
export async function loadDeviceSessions(): Promise<DeviceSession[]> {
  const session = await requireSession();
  const rows = await listActiveSessions(actorOf(session).id);
  return rows.map((row) => ({
    id: row.id,
    userAgent: row.userAgent,
    address: row.address,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    current: row.id === session.sessionId,
  }));
}

/** What the pages before sign-in offer; asked when they are visited, because a build knows no variables. */
export async function loadDoors(): Promise<{ services: ProviderId[]; mailIsSent: boolean }> {
  await connection();
  return { services: providerSettings().map(({ id }) => id), mailIsSent: mailIsSent() };
}

export async function loadProfile(): Promise<ProfileSettings> {
  const session = await requireSession();
  const { id } = actorOf(session);
  const [account, pending] = await Promise.all([findAccount(id), findPendingEmail(id)]);
  return {
    ...session.viewer,
    hasPassword: typeof account?.passwordHash === "string",
    isEmailVerified: account?.emailVerifiedAt != null,
    mailIsSent: mailIsSent(),
    pendingEmail: pending && { email: pending.email, expiresAt: pending.expiresAt.toISOString() },
  };
}

export async function loadSecurity(): Promise<SecuritySettings> {
  const { id } = actorOf(await requireSession());
  const [account, isEnabled, recoveryCodesLeft] = await Promise.all([
    findAccount(id),
    hasSecondFactor(id),
    countUnusedRecoveryCodes(id),
  ]);
  return {
    isDemo: account?.isDemo ?? false,
    hasPassword: typeof account?.passwordHash === "string",
    secondFactor: isEnabled ? { recoveryCodesLeft } : null,
  };
}

/** The services that are offered or linked. */
export async function loadLinkedServices(): Promise<LinkedService[]> {
  const linked = await listLinkedAccounts(actorOf(await requireSession()).id);
  const offered = new Set(providerSettings().map(({ id }) => id));
  return PROVIDERS.flatMap((provider) => {
    const link = linked.find((row) => row.provider === provider);
    if (!link && !offered.has(provider)) return [];
    const { label = null, createdAt } = link ?? {};
    const linkedAt = createdAt?.toISOString() ?? null;
    return [{ provider, name: PROVIDER_NAMES[provider], label, linkedAt, isOffered: offered.has(provider) }];
  });
}

export async function requireSession() {
  const session = await currentSession();
  if (session) return session;
  const path = (await headers()).get(PATH_HEADER);
  return redirect(path ? `${SIGN_IN_PATH}?next=${encodeURIComponent(path)}` : SIGN_IN_PATH);
}
