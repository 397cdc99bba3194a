import { formatIpAddress, networkOf, parseIpAddress } from "@/lib/request/ip-address";
import { ACCOUNT_RULE, ADDRESS_RULE, type LockoutRule } from "./constants";

export interface LockoutSubject {
  /** Key of `sign_in_failures`. */
  key: string;
  rule: LockoutRule;
}

/** One household has 2^64 addresses of IPv6 to guess from. */
const IPV6_NETWORK_BITS = 64;

/** `email` is normalised; whether it is anybody's makes no difference. */
export const accountSubject = (email: string): LockoutSubject => ({ key: `account:${email}`, rule: ACCOUNT_RULE });

/** Null on the command line, where nobody guesses from. */
export function addressSubject(address: string | null): LockoutSubject | null {
  if (!address) return null;
  const parsed = parseIpAddress(address);
  const block = parsed?.family === 6 ? formatIpAddress(networkOf(parsed, IPV6_NETWORK_BITS)) : address;
  return { key: `address:${block}`, rule: ADDRESS_RULE };
}

/** In the order in which they are locked, so that two attempts never wait for each other. */
export function attemptSubjects(email: string, address: string | null): LockoutSubject[] {
  const byAddress = addressSubject(address);
  return byAddress ? [accountSubject(email), byAddress] : [accountSubject(email)];
}
