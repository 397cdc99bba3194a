import { describe, expect, it } from "vitest";
import { isInDataCentre } from "./data-centres";
import type { RequestMarks } from "./evidence";
import { REQUEST_PATTERNS } from "./request-patterns";

const CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";
const SAFARI =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0";
const honest: RequestMarks = {
  userAgent: CHROME,
  address: "93.184.216.34",
  acceptLanguage: "de,en;q=0.7",
  secFetchSite: "same-origin",
  isSecure: true,
  isSignedIn: false,
  isDriven: false,
};
const seen = (marks: Partial<RequestMarks>) =>
  Object.entries(REQUEST_PATTERNS)
    .filter(([, pattern]) => pattern({ ...honest, ...marks }))
    .map(([name]) => name);

describe("what a request shows", () => {
  it.each([
    CHROME,
    SAFARI,
    FIREFOX,
    "Mozilla/5.0 (Linux; Android 14; CUBOT P80) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
  ])("is nothing where a person uses a browser (%s)", (userAgent) => {
    expect(seen({ userAgent })).toEqual([]);
  });

  it("is nothing on a server without TLS, where browsers send less", () => {
    expect(seen({ isSecure: false, secFetchSite: null })).toEqual([]);
  });

  it.each<[string, Partial<RequestMarks>]>([
    ["no_user_agent", { userAgent: null }],
    ["no_user_agent", { userAgent: "Mozilla/5.0" }],
    ["driven_browser", { isDriven: true }],
    ["headless_browser", { userAgent: CHROME.replace("Chrome/", "HeadlessChrome/") }],
    ["program", { userAgent: "python-requests/2.32.3 and more" }],
    ["program", { userAgent: "curl/8.9.1 on a rather long name" }],
    ["program", { userAgent: "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" }],
    ["impossible_browser", { userAgent: "Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko" }],
    ["impossible_browser", { userAgent: CHROME.replace("141", "61") }],
    ["impossible_browser", { userAgent: FIREFOX.replaceAll("143", "52") }],
    ["no_language", { acceptLanguage: null }],
    ["no_fetch_metadata", { secFetchSite: null }],
    ["data_centre", { address: "5.9.1.2" }],
    ["data_centre", { address: "2a01:4f8:1::1" }],
  ])("%s (%j)", (name, marks) => {
    expect(seen(marks)).toEqual([name]);
  });

  it("says nothing of the address of somebody with an account, who may use a VPN", () => {
    expect(seen({ address: "5.9.1.2", isSignedIn: true })).toEqual([]);
  });
});

describe("the list of data centres", () => {
  it("has its networks to their ends and not beyond", () => {
    for (const inside of ["34.64.0.0", "34.127.255.255", "45.33.127.255", "2600:190f:ffff::1", "::ffff:5.9.0.1"])
      expect(isInDataCentre(inside), inside).toBe(true);
    for (const outside of ["34.63.255.255", "34.128.0.0", "45.33.128.0", "2600:1910::", "127.0.0.1", "no address"])
      expect(isInDataCentre(outside), outside).toBe(false);
    expect(isInDataCentre(null)).toBe(false);
  });
});
