import type { DeclaredError } from "@/lib/api/http/operation";
import { COLLECTIONS_MAX, LINKS_MAX, MEMBERS_MAX } from "@/lib/collections/constants";
import { msg } from "@/lib/language/text";

export const NOT_ALLOWED = {
  status: 403,
  title: msg("Only for those who may add"),
  detail: msg("Ask the owner of the collection to let you add to it."),
} satisfies DeclaredError;
export const SMART = {
  status: 409,
  title: msg("A smart collection finds its samples by itself"),
  detail: msg("Make a collection of what it finds first."),
} satisfies DeclaredError;
export const RECEIPT_EXPIRED = {
  status: 409,
  title: msg("The removal can no longer be taken back"),
  detail: msg("A receipt works for an hour, for whoever removed the samples. Add them again instead."),
} satisfies DeclaredError;
export const TOO_MANY_COLLECTIONS = {
  status: 409,
  title: msg("There are too many collections"),
  detail: msg`You can have ${COLLECTIONS_MAX}, those in the trash included.`,
} satisfies DeclaredError;
export const CANNOT_NEST = {
  status: 409,
  title: msg("The collection cannot be put there"),
  detail: msg("Collections are nested one level deep: one that has others in it cannot go into another."),
} satisfies DeclaredError;
export const TOO_MANY_SHARES = {
  status: 409,
  title: msg("It is shared with too many"),
  detail: msg`A collection can have ${MEMBERS_MAX} members and ${LINKS_MAX} links. Remove some first.`,
} satisfies DeclaredError;
export const OWN_ADDRESS = {
  status: 409,
  title: msg("The collection is your own"),
  detail: msg("It is already yours. Others can be asked by their address."),
} satisfies DeclaredError;
