/** Of buttons, and of links that look like buttons. */
const BASE = [
  "inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-md font-medium",
  "transition-[background-color,border-color,color,box-shadow,opacity] duration-150",
  "disabled:pointer-events-none disabled:opacity-50 data-disabled:pointer-events-none data-disabled:opacity-50",
  "[&_svg]:size-4 [&_svg]:shrink-0",
].join(" ");

const VARIANTS = {
  primary:
    "bg-primary text-primary-foreground shadow-[0_0_24px_-6px_var(--primary)] hover:bg-[color-mix(in_oklab,var(--primary)_86%,var(--foreground))]",
  secondary: "border border-border-strong bg-muted text-foreground hover:border-input hover:bg-pressed",
  ghost: "text-muted-foreground hover:bg-muted hover:text-foreground",
  danger: "border border-danger/45 bg-danger/10 text-danger hover:bg-danger hover:text-danger-foreground",
  link: "h-auto! px-0! text-primary underline decoration-primary/40 underline-offset-4 hover:decoration-primary",
} as const;

const SIZES = {
  sm: "h-8 px-3 text-sm",
  md: "h-9.5 px-4 text-sm",
  lg: "h-11 px-5 text-base",
  icon: "size-9",
  "icon-sm": "size-7.5",
} as const;

export interface ButtonVariants {
  variant?: keyof typeof VARIANTS | undefined;
  size?: keyof typeof SIZES | undefined;
}

/** The look of buttons, and of links that look like buttons. */
export const buttonVariants = ({ variant = "secondary", size = "md" }: ButtonVariants = {}): string =>
  `${BASE} ${VARIANTS[variant]} ${SIZES[size]}`;
