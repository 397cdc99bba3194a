/** The sign-in page, which leads back to where somebody was. */
export const signInAt = (path: string): string => `/sign-in?next=${encodeURIComponent(path)}`;
