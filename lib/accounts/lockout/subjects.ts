import { formatIpAddress, networkOf, parseIpAddress } from "@/lib/request/ip-address";
import { ACCOUNT_RULE, ADDRESS_RULE, type LockoutRule } from "./constants";

export interface LockoutSubject {
  /** Key of `sign_in_failures`. */
  key: string;
  rule: LockoutRule;
}

/** One household has 2^64 IPv6 addresses to guess from, so the whole network counts as one. */
const IPV6_NETWORK_BITS = 64;

/** `email` is normalised. It need not belong to an account. */
export const accountSubject = (email: string): LockoutSubject => ({ key: `account:${email}`, rule: ACCOUNT_RULE });

/** Returns null for the command line, which has no address. */
export function addressSubject(address: string | null): LockoutSubject | null {
  if (!address) return null;
  const parsed = parseIpAddress(address);
  const block = parsed?.family === 6 ? formatIpAddress(networkOf(parsed, IPV6_NETWORK_BITS)) : address;
  return { key: `address:${block}`, rule: ADDRESS_RULE };
}

/** Always in the same order, so that two attempts that lock the rows never wait for each other. */
export function attemptSubjects(email: string, address: string | null): LockoutSubject[] {
  const byAddress = addressSubject(address);
  return byAddress ? [accountSubject(email), byAddress] : [accountSubject(email)];
}
