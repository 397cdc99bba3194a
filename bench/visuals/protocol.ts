export type PagesRequest = { type: "open"; ownerId: string } | { type: "close" };
export type PagesReply = { type: "ready" } | { type: "opened"; origin: string; cookie: string } | { type: "closed" };
