// Takes the place of lucide-react's own base while the application is built. Theirs is a component of the browser: every
// icon that the server draws would be sent as data too and drawn again, and the base is 1.7 kB on every page.
module.exports = () => `
import { createElement } from "react";

const LOOK = {
  xmlns: "http://www.w3.org/2000/svg",
  width: 24,
  height: 24,
  viewBox: "0 0 24 24",
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 2,
  strokeLinecap: "round",
  strokeLinejoin: "round",
};

export default ({ node }) =>
  function Icon(props) {
    const isNamed = props["aria-label"] || props["aria-labelledby"] || props.role || props.title;
    const children = node.map(([tag, attributes]) => createElement(tag, attributes));
    return createElement("svg", { ...LOOK, "aria-hidden": isNamed ? undefined : true, ...props }, children);
  };
`;
