"use client";

import { AudioLines, SearchX, TriangleAlert, Upload } from "lucide-react";
import { lazy, Suspense, useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import { useElementWidth } from "@/components/waveform/use-element-width";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { cn } from "@/lib/cn";
import { parseQuery } from "@/lib/search-query/parse";
import { BulkBar } from "./bulk-bar";
import { readColumns, usualColumns } from "./columns";
import { keepPlace, placeIn } from "./kept-place";
import { LibraryFilters } from "./library-filters";
import { librarySearch } from "./library-address";
import { LibraryList, type ListPlace } from "./library-list";
import { LibrarySearch } from "./library-search";
import { LibraryTools } from "./library-tools";
import { changeLook, useLook } from "./look";
import { wishOf, withWish } from "./query-filters";
import { deleteSelection } from "./selected-ids";
import { countSelected, isSelected, selectionOf } from "./selection";
import { useColumns } from "./use-columns";
import { useLibraryAddress } from "./use-library-address";
import { type FirstRows, type Keep, useLibraryWindow } from "./use-library-window";
import { useRowActions } from "./use-row-actions";
import { useSelection } from "./use-selection";

const FolderTree = lazy(() => import("./folder-tree").then(({ FolderTree }) => ({ default: FolderTree })));
const HelpSheet = lazy(() => import("./help-sheet").then(({ HelpSheet }) => ({ default: HelpSheet })));

const NO_PLACE = (): ListPlace => ({ index: 0, offsetPx: 0 });
const KEEP_MS = 200;
