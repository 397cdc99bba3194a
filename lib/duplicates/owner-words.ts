const OWNER_BITS = 32n;

/**
 * Words of one owner's sounds: the owner in the upper half, so that nobody reads through the rows of others. Two owners
 * may share a half by chance; who asks compares the owner as well.
 */
export function ownerWords(ownerId: string, words: readonly number[]): bigint[] {
  const owner = BigInt(`0x${ownerId.slice(-8)}`) << OWNER_BITS;
  return words.map((word) => BigInt.asIntN(64, owner | BigInt(word)));
}
