export const HANDLE_MIN = 3;
export const HANDLE_MAX = 30;
export const ARTIST_NAME_MAX = 60;
export const BIO_MAX = 2000;
export const LINKS_MAX = 5;
export const LINK_LABEL_MAX = 40;
export const LINK_URL_MAX = 300;

/** Words of our own addresses, and names that a stranger could take for those who run the server. */
export const RESERVED_HANDLES: ReadonlySet<string> = new Set(
  "about account accounts admin administrator api artist artists auth blog contact dashboard docs embed feed gallery"
    .concat(" help home info legal library login logout me moderator new news null official operator owner privacy")
    .concat(" register robots root rss sample samplemind samples search security settings sign-in sign-out signin")
    .concat(" signup sitemap staff status support system team terms test trash undefined upload user users www you")
    .split(" "),
);

/** Of a picture as it is sent. What is kept of it has a few kilobytes. */
export const AVATAR_BYTES_MAX = 8 * 1024 ** 2;
