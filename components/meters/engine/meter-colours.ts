/** What the meters are painted with: colours of the theme, as CSS. */
export interface MeterColours {
  primary: string;
  accent: string;
  warning: string;
  danger: string;
  text: string;
  line: string;
  /** For canvas text: `600 11px …`. */
  font: string;
}
