import "server-only";
import { connection } from "next/server";
import { actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { plansAreOn } from "@/lib/identity/plans";
import { roleName } from "@/lib/identity/role-name";
import { mailIsSent } from "@/lib/mail/transport";
import { findOwnAccount, listActiveSessions } from "./data";
import { findPendingEmail } from "./email-change/data";
import { PROVIDER_NAMES, PROVIDERS, type ProviderId } from "./linked-accounts/constants";
import { listLinkedAccounts } from "./linked-accounts/data";
import { providerSettings } from "./linked-accounts/providers";
import type { LinkedService } from "./linked-accounts/schema";
import type { DeviceSession, ProfileSettings, SecuritySettings } from "./schema";
import { readSecondFactor } from "./second-factor/data";

/** The viewer's signed-in browsers, most recently seen first. */
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

/** What the pages before sign-in offer. Read at request time, because the variables are unknown at build time. */
export async function loadDoors(): Promise<{ services: ProviderId[]; mailIsSent: boolean }> {
  await connection();
  return { services: providerSettings().map(({ id }) => id), mailIsSent: mailIsSent() };
}

export async function loadProfile(): Promise<ProfileSettings> {
  const session = await requireSession();
  const { id } = actorOf(session);
  const [account, pending] = await Promise.all([findOwnAccount(id), findPendingEmail(id)]);
  return {
    ...session.viewer,
    roleName: roleName(session.viewer.role, plansAreOn()),
    hasPassword: typeof account?.passwordHash === "string",
    isEmailVerified: account?.emailVerifiedAt != null,
    mailIsSent: mailIsSent(),
    pendingEmail: pending && { email: pending.email, expiresAt: pending.expiresAt.toISOString() },
  };
}

export async function loadSecurity(): Promise<SecuritySettings> {
  const { id } = actorOf(await requireSession());
  const [account, secondFactor] = await Promise.all([findOwnAccount(id), readSecondFactor(id)]);
  return {
    isDemo: account?.isDemo ?? false,
    hasPassword: typeof account?.passwordHash === "string",
    secondFactor,
  };
}

/** The services that this server offers or the viewer has linked. */
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
