/** A token as a link carries it. */
export const TOKEN_SHAPE = /^[\w-]{43}$/;

export const isToken = (text: string): boolean => TOKEN_SHAPE.test(text);
