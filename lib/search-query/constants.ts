export const MAX_QUERY_CHARACTERS = 1000;
export const MAX_QUERY_TERMS = 64;
