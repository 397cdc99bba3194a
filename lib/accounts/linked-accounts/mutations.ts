import "server-only";
import { and, eq, inArray, ne, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { linkedAccounts } from "@/db/schema/linked-accounts";
import { users } from "@/db/schema/users";
import { providerLinkedMail } from "@/lib/accounts/letters";
import { recordFailure } from "@/lib/accounts/lockout/writes";
import { type Account, findAccount, findAccountByEmail } from "@/lib/accounts/lookups";
import { takeRegistration } from "@/lib/accounts/registration/gate";
import type { RegistrationEntry, RegistrationRefusal } from "@/lib/accounts/registration/schema";
import { forgetSetupCode } from "@/lib/accounts/registration/setup-notice";
import { admit, spendInvitation } from "@/lib/accounts/registration/writes";
import { emailSchema, nameSchema } from "@/lib/accounts/schema";
import { finishFirstStep, type SignInOutcome, type SigningIn } from "@/lib/accounts/sign-in/mutations";
import { insertAccount } from "@/lib/accounts/writes";
import { asVisitor } from "@/lib/audit/sources";
import { ok, type Result, refused } from "@/lib/errors";
import { oneLine } from "@/lib/format/one-line";
import type { Ctx } from "@/lib/identity/actor";
import { requireOwnSession } from "@/lib/identity/permissions";
import { lockSignedIn } from "@/lib/identity/writes";
import type { Language } from "@/lib/language/constants";
import { inTransaction } from "@/lib/work/unit-of-work";
import { PROVIDER_NAMES } from "./constants";
import { providerSettings } from "./providers";
import { type ProviderProfile, providerSchema } from "./schema";

const LABEL_MAX_LENGTH = 100;

/** Of somebody who has no account yet. */
interface Newcomer {
  entry: RegistrationEntry;
  language: Language;
}

/**
 * Signs in a person whom another service has identified. They need a linked account; if the service has checked their
 * address and no account here has it, a new account is registered, if this server lets them. Everybody else gets the
 * same refusal: a matching address proves nothing and links nothing.
 */
export async function signInWithProvider(
  by: SigningIn,
  profile: ProviderProfile,
  newcomer: Newcomer,
): Promise<SignInOutcome | { outcome: "not_admitted" } | { outcome: "rate_limited" }> {
  const linked = await findLinkedAccount(profile);
  const registered = linked ? null : await registerThrough(by, profile, newcomer);
  if (registered && !registered.ok) {
    return { outcome: registered.reason === "too_many_registrations" ? "rate_limited" : "not_admitted" };
  }
  const account = linked ?? registered?.value ?? null;
  if (account && !account.suspendedAt) return finishFirstStep(by, account, profile.provider);
  const reason = account ? "suspended" : "not_linked";
  await inTransaction(asVisitor(by), (work) =>
    recordFailure(work, { accountId: account?.id, reason, lockedOut: false }),
  );
  return { outcome: "refused" };
}

async function findLinkedAccount({ provider, providerAccountId }: ProviderProfile): Promise<Account | null> {
  const [link] = await db()
    .select({ userId: linkedAccounts.userId })
    .from(linkedAccounts)
    .where(and(eq(linkedAccounts.provider, provider), eq(linkedAccounts.providerAccountId, providerAccountId)));
  return link ? findAccount(link.userId) : null;
}

/** Returns null if the service's answer makes no account here. */
async function registerThrough(
  by: SigningIn,
  profile: ProviderProfile,
  { entry, language }: Newcomer,
): Promise<Result<Account | null, "too_many_registrations" | RegistrationRefusal>> {
  const email = emailSchema.safeParse(profile.email);
  if (!email.success || !profile.emailVerified || (await findAccountByEmail(email.data))) return ok(null);
  if (!(await takeRegistration(by))) return refused("too_many_registrations");
  const name = nameSchema.safeParse(profile.name ?? "");
  const made = await inTransaction(asVisitor(by), async (work) => {
    const admitted = await admit(work, { ...entry, email: email.data, isEmailProven: true });
    if (!admitted.ok) return admitted;
    const { invitationId } = admitted.value;
    const created = await insertAccount(work, {
      name: name.success ? name.data : (email.data.split("@")[0] ?? "Musician"),
      email: email.data,
      passwordHash: null,
      isDemo: false,
      mustVerifyEmail: false,
      emailVerifiedAt: sql`now()`,
      language,
    });
    if (!created) return ok(null);
    const target = { type: "user", id: created.userId };
    await spendInvitation(work, invitationId, created.userId);
    await work.tx.insert(linkedAccounts).values(linkOf(created.userId, profile));
    const after = { role: created.role, method: profile.provider, ...(invitationId ? { invitationId } : {}) };
    work.audit({ action: "account.registered", target, after });
    return ok(created);
  });
  if (!made.ok || !made.value) return made.ok ? ok(null) : made;
  if (made.value.role === "admin") await forgetSetupCode();
  return ok(await findAccount(made.value.userId));
}

const linkOf = (userId: string, { provider, providerAccountId, name, email }: ProviderProfile) => ({
  userId,
  provider,
  providerAccountId,
  label: oneLine(name ?? email ?? "").slice(0, LABEL_MAX_LENGTH) || null,
});

/** Links a service to the account whose session requested it. */
export async function linkAccount(
  ctx: Ctx,
  profile: ProviderProfile,
): Promise<Result<null, "demo_account" | "linked_elsewhere" | "already_linked">> {
  requireOwnSession(ctx.actor);
  if (ctx.actor.isDemo) return refused("demo_account");
  const link = linkOf(ctx.actor.id, profile);
  return inTransaction(ctx, async (work) => {
    await lockSignedIn(work.tx, ctx.actor);
    const linked = await work.tx
      .insert(linkedAccounts)
      .values(link)
      .onConflictDoNothing()
      .returning({ id: linkedAccounts.id });
    if (linked.length > 0) {
      const target = { type: "user", id: ctx.actor.id };
      const after = { provider: profile.provider };
      work.audit({ action: "account.provider_linked", target, after });
      const [owner] = await work.tx.select({ email: users.email }).from(users).where(eq(users.id, ctx.actor.id));
      if (owner) work.mail(providerLinkedMail(owner.email, PROVIDER_NAMES[profile.provider]));
      return ok(null);
    }
    const sameThere = and(
      eq(linkedAccounts.provider, link.provider),
      eq(linkedAccounts.providerAccountId, link.providerAccountId),
    );
    const [other] = await work.tx
      .select({ id: linkedAccounts.id })
      .from(linkedAccounts)
      .where(and(sameThere, ne(linkedAccounts.userId, link.userId)));
    return refused(other ? "linked_elsewhere" : "already_linked");
  });
}

/**
 * Unlinks a service, unless it is the last way to sign in: a password or another service that this server offers must
 * be left. Locks the account's row first, so that two simultaneous requests cannot remove the last two.
 */
export async function unlinkAccount(
  ctx: Ctx,
  input: { provider: string },
): Promise<Result<null, "not_found" | "last_way_in">> {
  requireOwnSession(ctx.actor);
  const { provider } = providerSchema.parse(input);
  const offered = providerSettings().map(({ id }) => id);
  const mine = and(eq(linkedAccounts.userId, ctx.actor.id), eq(linkedAccounts.provider, provider));
  const another = db()
    .select({ id: sql`1` })
    .from(linkedAccounts)
    .where(
      and(
        eq(linkedAccounts.userId, ctx.actor.id),
        ne(linkedAccounts.provider, provider),
        inArray(linkedAccounts.provider, offered),
      ),
    );
  const password = sql`exists (select 1 from ${users} where ${users.id} = ${ctx.actor.id} and ${users.passwordHash} is not null)`;
  return inTransaction(ctx, async (work) => {
    await work.tx.select({ id: users.id }).from(users).where(eq(users.id, ctx.actor.id)).for("update");
    const removed = await work.tx
      .delete(linkedAccounts)
      .where(and(mine, or(password, offered.length > 0 ? sql`exists ${another}` : sql`false`)))
      .returning({ id: linkedAccounts.id });
    if (removed.length > 0) {
      const target = { type: "user", id: ctx.actor.id };
      work.audit({ action: "account.provider_unlinked", target, before: { provider } });
      return ok(null);
    }
    const [left] = await work.tx.select({ id: linkedAccounts.id }).from(linkedAccounts).where(mine);
    return refused(left ? "last_way_in" : "not_found");
  });
}
