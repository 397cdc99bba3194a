/** Of the picture that other sites show beside a link. */
export const PICTURE_WIDTH = 1200;
export const PICTURE_HEIGHT = 630;
export const FEED_ITEMS = 50;
/** How long others may keep what they fetched. What is withdrawn is gone everywhere within a minute. */
export const KEPT_SECONDS = 60;
