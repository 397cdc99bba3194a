import { AppRouterContext, type AppRouterInstance } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";

const goNowhere = () => undefined;
/** Links ask for a router when they are drawn, and nobody follows one in markup. */
const ROUTER: AppRouterInstance = {
  bfcacheId: "",
  back: goNowhere,
  forward: goNowhere,
  refresh: goNowhere,
  push: goNowhere,
  replace: goNowhere,
  prefetch: goNowhere,
};

/** What the server draws of a part of a page, outside of any page. */
export const markupOf = (children: ReactNode) =>
  renderToStaticMarkup(createElement(AppRouterContext.Provider, { value: ROUTER }, children));
