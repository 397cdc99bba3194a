"use client";

import { Heart, MoreHorizontal } from "lucide-react";
import { type ReactNode, useState } from "react";
import { CodeInput } from "@/components/forms/code-input";
import { Confirm } from "@/components/forms/confirm";
import { FormAlert } from "@/components/forms/form-alert";
import { FormNote } from "@/components/forms/form-note";
import { PasswordInput } from "@/components/forms/password-input";
import { Problem } from "@/components/forms/problem";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Popover } from "@/components/ui/popover";
import { Select } from "@/components/ui/select";
import { Slider } from "@/components/ui/slider";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";

const VARIANTS = ["primary", "secondary", "ghost", "danger", "link"] as const;
const SIZES = ["sm", "md", "lg"] as const;
const OPTIONS = [
  { value: "one", label: "The first" },
  { value: "two", label: "The second" },
] as const;
type Option = (typeof OPTIONS)[number]["value"];

const Line = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-3">{children}</div>
);

/** What is pressed, filled in, chosen or opened, in each of its states. */
export function UsedParts() {
  return (
    <div className="flex flex-col gap-6">
      <Buttons />
      <Choices />
      <Fields />
      <Layers />
    </div>
  );
}

function Buttons() {
  return (
    <div className="flex flex-col gap-3">
      {SIZES.map((size) => (
        <Line key={size}>
          {VARIANTS.map((variant) => (
            <Button key={variant} variant={variant} size={size}>
              {variant}
            </Button>
          ))}
        </Line>
      ))}
      <Line>
        <Button disabled>disabled</Button>
        <Button variant="primary" pending>
          pending
        </Button>
        <IconButton label="Favourite">
          <Heart aria-hidden />
        </IconButton>
        <IconButton label="Favourite, small" size="icon-sm" aria-pressed>
          <Heart aria-hidden />
        </IconButton>
        <IconButton label="Favourite, disabled" disabled>
          <Heart aria-hidden />
        </IconButton>
      </Line>
    </div>
  );
}

function Choices() {
  const [isOn, setOn] = useState(true);
  const [level, setLevel] = useState(40);
  const [option, setOption] = useState<Option>("one");
  return (
    <Line>
      <Switch aria-label="A switch" checked={isOn} onCheckedChange={setOn} />
      <Switch aria-label="A switch that is disabled" disabled />
      <Checkbox aria-label="A box" checked={isOn} onCheckedChange={setOn} />
      <Checkbox aria-label="A box that is half on" indeterminate />
      <Checkbox aria-label="A box that is disabled" disabled />
      <Slider label="A slider" value={level} onValueChange={setLevel} className="w-40" />
      <Slider label="A slider that is disabled" value={level} disabled onValueChange={setLevel} className="w-40" />
      <Select label="A choice" options={OPTIONS} value={option} onValueChange={setOption} />
      <Select label="A small choice" size="sm" options={OPTIONS} value={option} onValueChange={setOption} />
      <Select label="A choice that is disabled" disabled options={OPTIONS} value={option} onValueChange={setOption} />
      <NativeSelect label="A choice of the browser" options={OPTIONS} value={option} onValueChange={setOption} />
    </Line>
  );
}

function Fields() {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="A field" description="With a hint.">
        <Input placeholder="Nothing typed yet" />
      </Field>
      <Field label="A field with an error" error="Says what is wrong and what to do.">
        <Input defaultValue="What was typed stays" />
      </Field>
      <Field label="A field that is disabled">
        <Input disabled defaultValue="Cannot be changed" />
      </Field>
      <Field label="A password">
        <PasswordInput autoComplete="off" />
      </Field>
      <Field label="A code">
        <CodeInput autoComplete="off" />
      </Field>
      <Field label="Several lines">
        <Textarea rows={3} defaultValue={"One\nTwo"} />
      </Field>
      <FormAlert>Something that concerns the whole form.</FormAlert>
      <FormNote>Something good to know.</FormNote>
      <Problem>Something that did not work.</Problem>
    </div>
  );
}

function Layers() {
  const [open, setOpen] = useState<"dialog" | "confirm" | "popover" | null>(null);
  const close = () => setOpen(null);
  return (
    <Line>
      <Button onClick={() => setOpen("dialog")}>Dialog</Button>
      <Dialog isOpen={open === "dialog"} onOpenChange={close} title="A dialog" description="Over the page.">
        <DialogActions>
          <Button onClick={close}>Close</Button>
        </DialogActions>
      </Dialog>
      <Button onClick={() => setOpen("confirm")}>Confirm</Button>
      {open === "confirm" ? (
        <Confirm
          title="Really?"
          description="Says what is lost."
          action="Do it"
          isPending={false}
          onConfirm={close}
          onClose={close}
        />
      ) : null}
      <Popover
        title="A popover"
        isOpen={open === "popover"}
        onOpenChange={(isOpen) => setOpen(isOpen ? "popover" : null)}
        trigger={<Button>Popover</Button>}
      >
        <p className="text-sm">Beside its button.</p>
      </Popover>
      <DropdownMenu>
        <DropdownMenuTrigger render={<IconButton label="Menu" />}>
          <MoreHorizontal aria-hidden />
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuItem>An entry</DropdownMenuItem>
          <DropdownMenuCheckboxItem checked>An entry that is on</DropdownMenuCheckboxItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem tone="danger">An entry that deletes</DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <Button onClick={() => toast.success("Done", { description: "A toast that goes by itself." })}>Toast</Button>
      <Button onClick={() => toast.error("That did not work")}>Toast of an error</Button>
    </Line>
  );
}
