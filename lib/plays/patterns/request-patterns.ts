import { isInDataCentre } from "./data-centres";
import type { RequestMarks } from "./evidence";

type Pattern = (marks: RequestMarks) => boolean;

const HEADLESS = /headless|phantomjs|puppeteer|playwright|selenium|electron-prerender|slimerjs/i;
const PROGRAM =
  /^(curl|wget|httpie|python|aiohttp|okhttp|axios|undici|node-fetch|go-http-client|java|libwww|ruby|perl|scrapy|postman)\b|[a-z]bot\/|compatible; ?[\w-]*bot\b|crawler|spider/i;
/** Browsers that cannot run the player. Whoever has one did not hear anything here. */
const OLDEST = { Chrome: 90, Firefox: 90, Version: 15 } as const;
const SHORTEST_USER_AGENT = 20;

const agent = ({ userAgent }: RequestMarks) => userAgent ?? "";

const noUserAgent: Pattern = (marks) => agent(marks).trim().length < SHORTEST_USER_AGENT;

const drivenBrowser: Pattern = ({ isDriven }) => isDriven;

const headlessBrowser: Pattern = (marks) => HEADLESS.test(agent(marks));

const program: Pattern = (marks) => PROGRAM.test(agent(marks));

/** Every browser says which languages its person reads. */
const noLanguage: Pattern = ({ acceptLanguage }) => !acceptLanguage?.trim();

/** A browser that our pages run in sends it with each request to a secure origin. */
const noFetchMetadata: Pattern = ({ isSecure, secFetchSite }) => isSecure && secFetchSite === null;

const impossibleBrowser: Pattern = (marks) => {
  if (/\bMSIE |Trident\//.test(agent(marks))) return true;
  return Object.entries(OLDEST).some(([name, oldest]) => {
    // Safari's version stands after `Version`; Chrome and Firefox name themselves.
    const [, version] = new RegExp(`\\b${name}/(\\d+)`).exec(agent(marks)) ?? [];
    return version !== undefined && Number(version) < oldest;
  });
};

/** Strangers only: people with an account may well use a VPN, and have other marks that say who they are. */
const dataCentre: Pattern = ({ address, isSignedIn }) => !isSignedIn && isInDataCentre(address);

/** Seen when a play begins. The first that fits is its reason. */
export const REQUEST_PATTERNS = {
  no_user_agent: noUserAgent,
  driven_browser: drivenBrowser,
  headless_browser: headlessBrowser,
  program,
  impossible_browser: impossibleBrowser,
  no_language: noLanguage,
  no_fetch_metadata: noFetchMetadata,
  data_centre: dataCentre,
} as const satisfies Record<string, Pattern>;
