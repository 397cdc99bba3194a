import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import type { Role } from "@/lib/identity/permissions";

export interface Account {
  id: string;
  email: string;
  name: string;
  role: Role;
  isDemo: boolean;
  /** Null if the person signs in only through another service. */
  passwordHash: string | null;
  emailVerifiedAt: Date | null;
  mustVerifyEmail: boolean;
  suspendedAt: Date | null;
}

const accountColumns = {
  id: users.id,
  email: users.email,
  name: users.name,
  role: users.role,
  isDemo: users.isDemo,
  passwordHash: users.passwordHash,
  emailVerifiedAt: users.emailVerifiedAt,
  mustVerifyEmail: users.mustVerifyEmail,
  suspendedAt: users.suspendedAt,
};

/** `email` must be normalised, as `emailSchema` returns it. */
export async function findAccountByEmail(email: string): Promise<Account | null> {
  const [row] = await db().select(accountColumns).from(users).where(eq(users.email, email));
  return row ?? null;
}

export async function findAccount(id: string): Promise<Account | null> {
  const [row] = await db().select(accountColumns).from(users).where(eq(users.id, id));
  return row ?? null;
}
