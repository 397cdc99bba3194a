import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { OPERATIONS } from "@/lib/api/operation-table";
import type { Permission } from "@/lib/identity/permissions";
import { pageOf } from "@/tests/factories/built-actions";

/** Who has access: everybody, whoever has a live session, admins, or only a program that signs its request. */
export type Who = "anyone" | "person" | "admin" | "signature";

/** The rows that the requests are about: the owner's, or a bystander's where an admin may change them. */
export interface Targets {
  sampleId: string;
  uploadId: string;
  querySoundId: string;
  batchId: string;
  bulkEditId: string;
  viewId: string;
  importId: string;
  collectionId: string;
  playlistId: string;
  publicationId: string;
  commentId: string;
  noticeId: string;
  slug: string;
  handle: string;
  sessionId: string;
  apiKeyId: string;
  userId: string;
  email: string;
  objectKey: string;
}

/**
 * Pages by route. `shows` means that the owner must find their file name there, and `isGone` that nobody finds anything:
 * the matrix has no token, slug or handle.
 */
export const PAGES: Record<string, { who: Who; shows?: true; isGone?: true }> = {
  "/": { who: "anyone" },
  "/change-email": { who: "anyone" },
  "/forgot": { who: "anyone" },
  "/register": { who: "anyone" },
  "/reset": { who: "anyone" },
  "/artists/[handle]": { who: "anyone", isGone: true },
  "/docs": { who: "anyone" },
  "/docs/[page]": { who: "anyone", isGone: true },
  "/gallery": { who: "anyone" },
  "/gallery/[slug]": { who: "anyone", isGone: true },
  "/shared/[token]": { who: "anyone", isGone: true },
  "/gallery/[slug]/report": { who: "anyone", isGone: true },
  "/embed/[id]": { who: "anyone", isGone: true },
  "/design": { who: "anyone", isGone: true },
  "/sign-in": { who: "anyone" },
  "/verify": { who: "anyone" },
  "/terms": { who: "anyone" },
  "/privacy": { who: "anyone" },
  "/dashboard": { who: "person", shows: true },
  "/library": { who: "person", shows: true },
  "/duplicates": { who: "person" },
  "/galaxy": { who: "person" },
  "/collections": { who: "person" },
  "/collections/[id]": { who: "person", shows: true },
  "/playlists/[id]": { who: "person", shows: true },
  "/search": { who: "person", shows: true },
  "/samples/[id]": { who: "person", shows: true },
  "/settings": { who: "person" },
  "/trash": { who: "person" },
  "/settings/api-keys": { who: "person" },
  "/settings/downloads": { who: "person" },
  "/following": { who: "person" },
  "/following/favourites": { who: "person" },
  "/notices": { who: "person" },
  "/imports": { who: "person" },
  "/imports/[id]": { who: "person" },
  "/upload": { who: "person" },
  "/batches": { who: "person" },
  "/batches/[id]": { who: "person", shows: true },
  "/workbench": { who: "person" },
  "/visualizer/[id]": { who: "person", shows: true },
  "/admin/audit": { who: "admin" },
  "/admin/flags": { who: "admin" },
  "/admin/jobs": { who: "admin" },
  "/admin/limits": { who: "admin" },
  "/admin/mail": { who: "admin" },
  "/admin/reports": { who: "admin" },
  "/admin/registration": { who: "admin" },
  "/admin/site": { who: "admin" },
  "/admin/storage": { who: "admin" },
  "/admin": { who: "admin" },
  "/admin/users": { who: "admin" },
  "/admin/users/[id]": { who: "admin" },
};

/** Route handlers. `/api/v1` is in `OPERATIONS`, with a permission for each. */
export const ROUTES: Record<string, { who: Who; requests: (to: Targets) => [method: string, path: string][] }> = {
  "/admin/audit/export": { who: "admin", requests: () => [["GET", "/admin/audit/export?format=csv"]] },
  "/api/[...unknown]": { who: "anyone", requests: () => [["GET", "/api/no/such/thing"]] },
  "/api/auth/[...nextauth]": {
    who: "anyone",
    requests: () => [
      ["GET", "/api/auth/session"],
      ["GET", "/api/auth/providers"],
      ["GET", "/api/auth/csrf"],
    ],
  },
  "/api/health": { who: "anyone", requests: () => [["GET", "/api/health"]] },
  "/api/inngest": {
    who: "signature",
    requests: () => [
      ["POST", "/api/inngest?fnId=samplemind-sample-sweep&stepId=step"],
      ["PUT", "/api/inngest"],
      ["GET", "/api/inngest"],
    ],
  },
  "/api/try": { who: "anyone", requests: () => [["POST", "/api/try"]] },
  "/api/v1/[[...route]]": { who: "person", requests: () => [["GET", "/api/v1/no-such-operation"]] },
  "/gallery/[slug]/[part]": {
    who: "anyone",
    requests: () => [
      ["GET", "/gallery/nothing-here-abc123/audio"],
      ["GET", "/gallery/nothing-here-abc123/facts"],
      ["GET", "/gallery/nothing-here-abc123/download"],
    ],
  },
  "/gallery/more": { who: "anyone", requests: () => [["GET", "/gallery/more?after=nowhere"]] },
  "/artists/[handle]/pictures/[name]": {
    who: "anyone",
    requests: () => [["GET", "/artists/nobody/pictures/0123456789ab-128.webp"]],
  },
  "/artists/[handle]/feed.json": { who: "anyone", requests: () => [["GET", "/artists/nobody/feed.json"]] },
  "/artists/[handle]/feed.xml": { who: "anyone", requests: () => [["GET", "/artists/nobody/feed.xml"]] },
  "/gallery/[slug]/opengraph.png": { who: "anyone", requests: () => [["GET", "/gallery/nothing/opengraph.png"]] },
  "/gallery/feed.json": { who: "anyone", requests: () => [["GET", "/gallery/feed.json"]] },
  "/gallery/feed.xml": { who: "anyone", requests: () => [["GET", "/gallery/feed.xml"]] },
  "/offline": { who: "anyone", requests: () => [["GET", "/offline"]] },
  "/share-target": { who: "anyone", requests: () => [["POST", "/share-target"]] },
  "/oembed": { who: "anyone", requests: () => [["GET", "/oembed?url=https://elsewhere.example/"]] },
  "/robots.txt": { who: "anyone", requests: () => [["GET", "/robots.txt"]] },
  "/manifest.webmanifest": { who: "anyone", requests: () => [["GET", "/manifest.webmanifest"]] },
  "/sitemap.xml": { who: "anyone", requests: () => [["GET", "/sitemap.xml"]] },
  "/plays": { who: "anyone", requests: () => [["POST", "/plays"]] },
  "/plays/[id]/heartbeats": { who: "anyone", requests: () => [["POST", `/plays/${randomUUID()}.x/heartbeats`]] },
  "/shared/[token]/samples/[sampleId]/[part]": {
    who: "anyone",
    requests: ({ sampleId }) => [
      ["GET", `/shared/${"x".repeat(43)}/samples/${sampleId}/audio`],
      ["GET", `/shared/${"x".repeat(43)}/samples/${sampleId}/peaks`],
    ],
  },
  "/s3/[...path]": {
    who: "signature",
    requests: ({ objectKey }) => [
      ["GET", `/s3/samplemind/${objectKey}`],
      ["GET", "/s3/samplemind?list-type=2"],
      ["PUT", `/s3/samplemind/${objectKey}`],
      ["DELETE", `/s3/samplemind/${objectKey}`],
    ],
  },
};

const OTHER_PASSWORD = "not the password of anyone";
const RIGHTS = { licence: "cc0", aiTraining: "allowed", allowsDownload: false };
const sample = ({ sampleId }: Targets) => ({ sampleId, id: sampleId });
const user = ({ userId }: Targets) => ({ id: userId, userId });

interface Action {
  who: Who;
  input: (to: Targets) => unknown;
  /** For a form that works without scripts: the action gets its own last answer first. */
  isForm?: true;
}

/** Server actions by file and name, each with an input about the targets. */
export const ACTIONS: Record<string, Action> = {
  ...actions("lib/admin/jobs", "admin", {
    retryJobAction: sample,
    retryAllJobsAction: () => undefined,
    cancelJobAction: sample,
    setJobsPausedAction: () => ({ paused: false }),
  }),
  ...actions("lib/admin/limits", "admin", { clearLockoutAction: ({ email }) => ({ subject: `account:${email}` }) }),
  ...actions("lib/admin/mail", "admin", { readMailAction: user, retryMailAction: user }),
  ...actions("lib/admin/people", "admin", {
    changeRoleAction: (to) => ({ ...user(to), role: "admin" }),
    setQuotaAction: (to) => ({ ...user(to), uploadsPerDay: 1, storageBytes: 1 }),
    setBetaAction: (to) => ({ ...user(to), isBeta: true }),
    suspendPersonAction: user,
    unsuspendPersonAction: user,
    signOutPersonAction: user,
    sendResetLinkAction: user,
    deletePersonAction: (to) => ({ ...user(to), withExport: false }),
    openPersonExportAction: user,
    keepPersonAction: user,
  }),
  ...actions("lib/admin/registration", "admin", {
    setRegistrationAction: () => ({ mode: "open" }),
    createInvitationAction: () => ({ email: "eve@example.com", days: 7 }),
    withdrawInvitationAction: user,
  }),
  ...actions("lib/admin/site", "admin", {
    renameSiteAction: () => ({ name: "theirs" }),
    announceAction: () => ({ text: "theirs", level: "info", hours: null }),
    writeLegalTextAction: () => ({ page: "terms", text: "theirs" }),
  }),
  ...actions("lib/flags", "admin", {
    setFlagAction: () => ({ name: "gallery", enabled: true, roles: [], betaOnly: false, rolloutPercent: 100 }),
    setOverrideAction: ({ email }) => ({ flag: "gallery", email, enabled: true }),
    removeOverrideAction: ({ userId }) => ({ flag: "gallery", userId }),
  }),
  ...actions("lib/api-keys", "person", {
    createApiKeyAction: () => ({ name: "theirs", scopes: ["users:manage"], expiresInDays: null }),
    rotateApiKeyAction: ({ apiKeyId }) => ({ id: apiKeyId }),
    revokeApiKeyAction: ({ apiKeyId }) => ({ id: apiKeyId }),
  }),
  ...actions("lib/accounts", "person", {
    revokeSessionAction: ({ sessionId }) => ({ id: sessionId }),
    revokeOtherSessionsAction: () => undefined,
  }),
  ...actions("lib/accounts", "anyone", {
    registerAction: ({ email }) => ({ name: "Eve", email, password: OTHER_PASSWORD, role: "admin" }),
  }),
  ...actions("lib/accounts/registration", "anyone", { keepEntryAction: () => ({ invitation: "x".repeat(43) }) }),
  ...actions("lib/accounts/email-change", "person", {
    requestEmailChangeAction: (to) => ({ ...user(to), email: "eve@example.com", password: OTHER_PASSWORD }),
    cancelEmailChangeAction: user,
  }),
  ...actions("lib/accounts/email-change", "anyone", { confirmEmailChangeAction: () => ({ token: "x".repeat(43) }) }),
  ...actions("lib/accounts/linked-accounts", "person", {
    beginLinkAction: () => ({ provider: "github" }),
    unlinkAccountAction: (to) => ({ provider: "github", ...user(to) }),
  }),
  ...actions("lib/accounts/passwords", "anyone", {
    requestPasswordResetAction: () => ({ email: "nobody@example.com" }),
    resetPasswordAction: () => ({ token: "x".repeat(43), password: OTHER_PASSWORD }),
  }),
  ...actions("lib/accounts/passwords", "person", {
    changePasswordAction: (to) => ({
      ...user(to),
      currentPassword: OTHER_PASSWORD,
      newPassword: `${OTHER_PASSWORD} 2`,
    }),
  }),
  ...actions("lib/accounts/profile", "person", { renameAction: (to) => ({ ...user(to), name: "Eve" }) }),
  ...actions("lib/accounts/second-factor", "person", {
    beginSecondFactorAction: (to) => ({ ...user(to), password: OTHER_PASSWORD }),
    confirmSecondFactorAction: (to) => ({ ...user(to), code: "000000" }),
    renewRecoveryCodesAction: (to) => ({ ...user(to), password: OTHER_PASSWORD, code: "000000" }),
    disableSecondFactorAction: (to) => ({ ...user(to), password: OTHER_PASSWORD, code: "000000" }),
  }),
  ...actions("lib/accounts/verification", "person", { requestVerificationAction: () => undefined }),
  ...actions("lib/accounts/verification", "anyone", { verifyEmailAction: () => ({ token: "x".repeat(43) }) }),
  // The owner's own: that they were there changes nothing of others.
  ...actions("lib/onboarding", "person", {
    noteStepAction: ({ sampleId }) => ({ step: "read", sampleId }),
    endChecklistAction: () => undefined,
    askTrySoundsAction: () => undefined,
  }),
  ...actions("lib/choices", "person", {
    chooseAction: (to) => ({ ...user(to), theme: "light" }),
    chooseByFormAction: (to) => ({ ...user(to), theme: "light" }),
  }),
  ...actions("lib/privacy", "person", {
    requestExportAction: (to) => ({ ...user(to), password: OTHER_PASSWORD }),
    openExportAction: (to) => ({ ...user(to), password: OTHER_PASSWORD }),
    requestDeletionAction: (to) => ({ ...user(to), password: OTHER_PASSWORD }),
    keepAccountAction: () => undefined,
  }),
  ...actions("lib/artists", "person", { saveArtistAction: () => ({ handle: "eve-everywhere", name: "Eve" }) }),
  ...actions("lib/gallery", "person", {
    publishSampleAction: ({ sampleId }) => ({ sampleId, title: "theirs", ...RIGHTS }),
    editPublicationAction: ({ publicationId }) => ({ id: publicationId, title: "theirs", ...RIGHTS }),
    withdrawAction: ({ publicationId }) => ({ id: publicationId }),
  }),
  // Of nobody: the artist would be told. Reactions have tests of their own.
  ...forms("lib/reactions", "person", {
    setFollowAction: () => ({ handle: "nobody-here", follows: "yes" }),
    setPublicFavouriteAction: ({ publicationId }) => ({ publicationId, isFavourite: "yes" }),
  }),
  ...forms("lib/comments", "person", {
    writeCommentAction: ({ publicationId }) => ({ publicationId, text: "theirs" }),
    removeCommentAction: ({ commentId }) => ({ id: commentId }),
  }),
  ...forms("lib/moderation", "anyone", {
    reportAction: ({ publicationId }) => ({ publicationId, reason: "spam" }),
  }),
  ...actions("lib/moderation", "admin", {
    answerReportsAction: ({ publicationId }) => ({ publicationId, commentId: null, decision: "dismiss", reason: "" }),
    answerAppealAction: ({ publicationId }) => ({ id: publicationId, decision: "keep" }),
  }),
  ...actions("lib/moderation", "person", { appealAction: ({ publicationId }) => ({ id: publicationId, text: "why" }) }),
  ...actions("lib/notices", "person", {
    readNoticeAction: ({ noticeId }) => ({ id: noticeId }),
    readAllNoticesAction: () => undefined,
    setDigestAction: () => ({ digest: "never" }),
    countUnreadAction: () => undefined,
  }),
  // With a sample of nobody: the owner's verb has tests of its own.
  ...actions("lib/duplicates", "person", {
    dismissDuplicatesAction: ({ sampleId }) => ({ ids: [sampleId, randomUUID()] }),
  }),
  ...actions("lib/samples", "person", {
    deleteSamplesAction: ({ sampleId }) => ({ ids: [sampleId] }),
    // Of nobody: the owner needs the sample for the rest of the matrix. The trash has tests of its own.
    purgeSamplesAction: () => ({ ids: [randomUUID()] }),
    restoreSamplesAction: ({ sampleId }) => ({ ids: [sampleId] }),
    retryAnalysisAction: sample,
    setFavouriteAction: (to) => ({ ...sample(to), isFavourite: true }),
    rememberHiddenLayersAction: () => ({ hidden: [] }),
  }),
  ...actions("lib/samples/tags", "person", { changeTagsAction: ({ sampleId }) => ({ id: sampleId, give: ["mine"] }) }),
  ...actions("lib/tag-suggestions", "person", {
    answerSuggestionsAction: ({ sampleId }) => ({ id: sampleId, accept: ["mine"] }),
  }),
};

function actions(folder: string, who: Who, inputs: Record<string, (to: Targets) => unknown>) {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [`${folder}/actions.ts ${name}`, { who, input }]),
  );
}

function forms(folder: string, who: Who, inputs: Record<string, Action["input"]>): Record<string, Action> {
  const all = Object.entries(actions(folder, who, inputs));
  return Object.fromEntries(all.map(([name, action]) => [name, { ...action, isForm: true }]));
}

/** Bodies of the operations that take one. */
const BODIES: Record<string, (to: Targets) => unknown> = {
  "PATCH /samples/:id": () => ({ isFavourite: true }),
  "PATCH /samples/:id/corrections": () => ({ bpm: 140 }),
  "PATCH /corrections": ({ sampleId }) => ({ items: [{ id: sampleId, kind: "loop" }] }),
  "PATCH /samples/:id/tags": () => ({ give: ["mine"] }),
  "PATCH /samples/:id/rights": () => ({ licence: "cc-by" }),
  "PATCH /rights": ({ sampleId }) => ({ ids: [sampleId], aiTraining: "not_allowed" }),
  "POST /library/views": () => ({ name: "theirs", address: "q=kick" }),
  "PATCH /library/views/:id": () => ({ position: 0 }),
  "PATCH /tags": ({ sampleId }) => ({ ids: [sampleId], give: ["mine"] }),
  "PATCH /samples/:id/slices": () => ({ slices: [{ name: "kick", startSeconds: 0, endSeconds: 0.2 }] }),
  "POST /samples/:id/slices/samples": () => ({ sliceIds: [randomUUID()] }),
  "POST /downloads/summary": () => ({ selection: { query: "" } }),
  "POST /downloads/table": () => ({ selection: { query: "" }, format: "csv" }),
  "POST /downloads/archive": () => ({ selection: { query: "" } }),
  "POST /bulk-edits": ({ sampleId }) => ({ selection: { ids: [sampleId] }, changes: { kind: "loop" } }),
  "POST /batches": ({ sampleId }) => ({ kind: "analysis", name: "theirs", selection: { ids: [sampleId] } }),
  "POST /search": () => ({ query: "unmistakable" }),
  "POST /search/similar": ({ sampleId }) => ({ ids: [sampleId] }),
  "POST /samples/:id/tag-suggestions": () => ({ accept: ["mine"] }),
  "POST /duplicates/dismissals": ({ sampleId }) => ({ ids: [sampleId, sampleId] }),
  "POST /imports": () => ({ dir: "0123456789abcdef", path: "" }),
  "PATCH /imports/:id": () => ({ schedule: "daily" }),
  "POST /collections": () => ({ name: "theirs" }),
  "PATCH /collections/:id": () => ({ version: 1, colour: "red" }),
  "POST /collections/:id/move": () => ({ before: null }),
  "POST /collections/:id/items": ({ sampleId }) => ({ selection: { ids: [sampleId] } }),
  // Of nobody: the pages show that the owner's sample is still in it.
  "POST /collections/:id/items/remove": () => ({ sampleIds: [randomUUID()] }),
  "POST /collections/:id/items/restore": () => ({ receipt: "not.one" }),
  "POST /collections/:id/items/move": ({ sampleId }) => ({ sampleIds: [sampleId], before: null }),
  "POST /collections/:id/members": () => ({ email: "eve@example.com", role: "view" }),
  "POST /collections/:id/members/remove": () => ({ memberId: randomUUID() }),
  "POST /collections/:id/links": () => ({ days: 1 }),
  "POST /collections/:id/links/revoke": () => ({ linkId: randomUUID() }),
  "POST /playlists": ({ collectionId }) => ({
    name: "theirs",
    set: { collectionId },
    wishes: { curve: [{ at: 0, energy: 0.5 }] },
  }),
  "POST /playlists/:id/restore": () => ({ receipt: "not.one" }),
  "PATCH /playlists/:id": () => ({ name: "theirs" }),
  "POST /trash/restore": ({ sampleId }) => ({ ids: [sampleId] }),
  "POST /trash/purge": ({ sampleId }) => ({ ids: [sampleId] }),
  "POST /uploads": () => ({ fileName: "theirs.wav", folderPath: "", sizeBytes: 100, declaredType: "audio/wav" }),
  "POST /uploads/known": () => ({ sha256s: [] }),
  "POST /uploads/:id/parts": () => ({ partNumbers: [1] }),
  "POST /uploads/:id/complete": () => ({}),
  "POST /publications": ({ sampleId }) => ({ sampleId, title: "theirs", ...RIGHTS }),
  "PATCH /publications/:id": () => ({ title: "theirs", ...RIGHTS }),
  // Taken, for everybody but the owner.
  "POST /artist": ({ handle }) => ({ handle, name: "theirs" }),
  // No picture, so it is refused by whoever may ask.
  "POST /artist/picture": () => ({}),
  // No sound, so it is refused by whoever may ask.
  "POST /search/sounds": () => ({}),
  "POST /samples/:id/search-sounds": () => ({ startSeconds: 0, endSeconds: 0.5 }),
};

export interface OperationCase {
  name: string;
  scope: Permission;
  /** Whether its path names one of the owner's rows. */
  isOwned: boolean;
  method: string;
  path: (to: Targets) => string;
  body: (to: Targets) => unknown;
}

/** Queries of the operations that need one. */
const QUERIES: Record<string, (to: Targets) => string> = {
  "GET /library/ids": () => "?query=",
  "GET /library/rows": ({ sampleId }) => `?ids=${sampleId}`,
  "GET /library/place": ({ sampleId }) => `?sampleId=${sampleId}`,
  "GET /galaxy/path": ({ sampleId }) => `?from=${sampleId}&to=${sampleId}`,
  "GET /collections/:id/file": () => "?format=m3u8",
  "GET /playlists/:id/file": () => "?format=m3u8",
};

/** Operations that name the owner's sample in their body or query and refuse all of it to others. */
const OWNED_BY_INPUT = [
  "POST /duplicates/dismissals",
  "GET /library/place",
  "GET /galaxy/path",
  "POST /playlists",
].concat("POST /publications");

/** Every operation of the API, from the table that mounts them. What deletes comes last: the others need the rows. */
export const OPERATION_CASES: OperationCase[] = OPERATIONS.toSorted(
  (a, b) => Number(a.method === "DELETE") - Number(b.method === "DELETE"),
).map(({ method, path, scope }) => ({
  name: `${method} /api/v1${path}`,
  scope,
  isOwned: path.includes(":id") || OWNED_BY_INPUT.includes(`${method} ${path}`),
  method,
  path: (to) =>
    `/api/v1${path.replace(":id", rowOf(path, to)).replace(":slug", to.slug).replace(":handle", to.handle)}${QUERIES[`${method} ${path}`]?.(to) ?? ""}`,
  body: BODIES[`${method} ${path}`] ?? (() => (method === "GET" ? undefined : {})),
}));

function rowOf(path: string, to: Targets): string {
  const { sampleId, uploadId, querySoundId, viewId, batchId, bulkEditId, importId } = to;
  if (path.startsWith("/collections")) return to.collectionId;
  if (path.startsWith("/publications")) return to.publicationId;
  if (path.startsWith("/playlists")) return to.playlistId;
  if (path.startsWith("/library/views")) return viewId;
  if (path.startsWith("/batches")) return batchId;
  if (path.startsWith("/bulk-edits")) return bulkEditId;
  if (path.startsWith("/imports")) return importId;
  if (path.startsWith("/search/sounds")) return querySoundId;
  return path.startsWith("/uploads") ? uploadId : sampleId;
}

const below = (folder: string, name: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => name.test(file))
    .map((file) => `/${file.replaceAll("\\", "/")}`);

const exportsOfActions = () =>
  below("lib", /(^|[\\/])actions\.ts$/).flatMap((file) =>
    [...readFileSync(`lib${file}`, "utf8").matchAll(/^export (?:const|async function) (\w+)(?: = (\w+))?/gm)].map(
      ([, name, client]) => ({ name: `lib${file} ${name}`, client }),
    ),
  );

/** What exists in the source tree, with the same names as in the tables. */
export const inSourceTree = {
  pages: () => below("app", /(^|[\\/])page\.tsx$/).map(pageOf),
  routes: () => below("app", /(^|[\\/])route\.ts$/).map((file) => pageOf(file.replace(/route\.ts$/, "page.tsx"))),
  actions: () => exportsOfActions().map(({ name }) => name),
  /** Each action with its client, which checks the session or role. */
  actionClients: () => exportsOfActions().map(({ name, client }) => `${name} ${client}`),
  /** Files that define server actions in the wrong place. */
  strayActions: () =>
    ["app", "components", "lib"]
      .flatMap((folder) => below(folder, /\.tsx?$/).map((file) => `${folder}${file}`))
      .filter((file) => !/\/actions\.ts$/.test(file) && /^\s*["']use server["']/m.test(readFileSync(file, "utf8"))),
};
