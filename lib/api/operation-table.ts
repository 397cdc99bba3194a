import type { AnyOperation } from "./http/operation";
import { getArtist } from "./operations/artist/get";
import { removeArtistPicture } from "./operations/artist/remove-picture";
import { saveArtist } from "./operations/artist/save";
import { setArtistPicture } from "./operations/artist/set-picture";
import { beginBatch } from "./operations/batches/begin";
import { cancelBatch } from "./operations/batches/cancel";
import { exportBatch } from "./operations/batches/export";
import { getBatch } from "./operations/batches/get";
import { listBatches } from "./operations/batches/list";
import { listBatchItems } from "./operations/batches/list-items";
import { retryBatch } from "./operations/batches/retry";
import { beginBulkEdit } from "./operations/bulk-edits/begin";
import { getBulkEdit } from "./operations/bulk-edits/get";
import { listBulkEdits } from "./operations/bulk-edits/list";
import { listBulkEditItems } from "./operations/bulk-edits/list-items";
import { undoBulkEdit } from "./operations/bulk-edits/undo";
import { addCollectionItems } from "./operations/collections/add-items";
import { createCollection } from "./operations/collections/create";
import { createCollectionLink } from "./operations/collections/create-link";
import { deleteCollection } from "./operations/collections/delete";
import { editCollection } from "./operations/collections/edit";
import { getCollection } from "./operations/collections/get";
import { getCollectionArchive } from "./operations/collections/get-archive";
import { getCollectionFile } from "./operations/collections/get-file";
import { getCollectionSharing } from "./operations/collections/get-sharing";
import { inviteToCollection } from "./operations/collections/invite";
import { joinCollection } from "./operations/collections/join";
import { leaveCollection } from "./operations/collections/leave";
import { listCollections } from "./operations/collections/list";
import { listCollectionInvitations } from "./operations/collections/list-invitations";
import { listCollectionItems } from "./operations/collections/list-items";
import { moveCollection } from "./operations/collections/move";
import { moveCollectionItems } from "./operations/collections/move-items";
import { removeCollectionItems } from "./operations/collections/remove-items";
import { removeCollectionMember } from "./operations/collections/remove-member";
import { restoreCollection } from "./operations/collections/restore";
import { restoreCollectionItems } from "./operations/collections/restore-items";
import { revokeCollectionLink } from "./operations/collections/revoke-link";
import { getArchive } from "./operations/downloads/get-archive";
import { getTable } from "./operations/downloads/get-table";
import { requestArchive } from "./operations/downloads/request-archive";
import { requestTable } from "./operations/downloads/request-table";
import { summariseDownload } from "./operations/downloads/summarise";
import { dismissDuplicates } from "./operations/duplicates/dismiss";
import { listDuplicates } from "./operations/duplicates/list";
import { getDuplicatesOfSample } from "./operations/duplicates/of-sample";
import { getDuplicateProgress } from "./operations/duplicates/progress";
import { streamEvents } from "./operations/events/stream";
import { getGalaxy } from "./operations/galaxy/get";
import { getGalaxyLabels } from "./operations/galaxy/get-labels";
import { getGalaxyPath } from "./operations/galaxy/get-path";
import { getGalleryItem } from "./operations/gallery/get";
import { listGallery } from "./operations/gallery/list";
import { addImport } from "./operations/imports/add";
import { cancelImport } from "./operations/imports/cancel";
import { chooseImport } from "./operations/imports/choose";
import { getImport } from "./operations/imports/get";
import { listImports } from "./operations/imports/list";
import { listFilesOfImport } from "./operations/imports/list-files";
import { pauseImport } from "./operations/imports/pause";
import { removeImport } from "./operations/imports/remove";
import { resumeImport } from "./operations/imports/resume";
import { scanImport } from "./operations/imports/scan";
import { updateImport } from "./operations/imports/update";
import { changeView } from "./operations/library/change-view";
import { deleteView } from "./operations/library/delete-view";
import { getLibraryPlace } from "./operations/library/get-place";
import { listLibraryAnchors } from "./operations/library/list-anchors";
import { listLibraryFolders } from "./operations/library/list-folders";
import { listLibraryIds } from "./operations/library/list-ids";
import { listLibraryPage } from "./operations/library/list-page";
import { listLibraryRows } from "./operations/library/list-rows";
import { listSavedViews } from "./operations/library/list-views";
import { saveView } from "./operations/library/save-view";
import { changePlaylist } from "./operations/playlists/change";
import { deletePlaylist } from "./operations/playlists/delete";
import { generatePlaylist } from "./operations/playlists/generate";
import { getPlaylist } from "./operations/playlists/get";
import { getPlaylistArchive } from "./operations/playlists/get-archive";
import { getPlaylistFile } from "./operations/playlists/get-file";
import { listPlaylists } from "./operations/playlists/list";
import { restorePlaylist } from "./operations/playlists/restore";
import { listPlays } from "./operations/plays/list";
import { changePublication } from "./operations/publications/change";
import { listPublications } from "./operations/publications/list";
import { publishSample } from "./operations/publications/publish";
import { withdrawPublication } from "./operations/publications/withdraw";
import { changeManyTags } from "./operations/samples/change-many-tags";
import { changeTags } from "./operations/samples/change-tags";
import { correctSample } from "./operations/samples/correct";
import { correctSamples } from "./operations/samples/correct-many";
import { deleteSample } from "./operations/samples/delete";
import { getSample } from "./operations/samples/get";
import { getSampleAudio } from "./operations/samples/get-audio";
import { getSampleCopy } from "./operations/samples/get-copy";
import { getSampleCover } from "./operations/samples/get-cover";
import { getSampleFeatures } from "./operations/samples/get-features";
import { getSamplePeaks } from "./operations/samples/get-peaks";
import { getSampleRegion } from "./operations/samples/get-region";
import { getSampleSpectrogram } from "./operations/samples/get-spectrogram";
import { getSampleWindow } from "./operations/samples/get-window";
import { listSamples } from "./operations/samples/list";
import { setRights } from "./operations/samples/set-many-rights";
import { setSampleRights } from "./operations/samples/set-rights";
import { updateSample } from "./operations/samples/update";
import { getFittingSamples } from "./operations/search/get-fits";
import { getSimilarSamples } from "./operations/search/get-similar";
import { getQuerySound } from "./operations/search/get-sound";
import { getSearchStatistics } from "./operations/search/get-statistics";
import { hearSampleRegion } from "./operations/search/hear-region";
import { hearQuerySound } from "./operations/search/hear-sound";
import { searchSamples } from "./operations/search/search";
import { searchByAddress } from "./operations/search/search-by-address";
import { searchSimilar } from "./operations/search/similar";
import { suggestSearches } from "./operations/search/suggest";
import { getSlicesArchive } from "./operations/slices/get-archive";
import { getSlicesWithCues } from "./operations/slices/get-with-cues";
import { getSlices } from "./operations/slices/list";
import { makeSamplesOfSlices } from "./operations/slices/make-samples";
import { offerSampleSlices } from "./operations/slices/offer";
import { patchSlices } from "./operations/slices/save";
import { answerTagSuggestions } from "./operations/tag-suggestions/answer";
import { listTagSuggestions } from "./operations/tag-suggestions/list";
import { listTrash } from "./operations/trash/list";
import { purgeTrash } from "./operations/trash/purge";
import { restoreTrash } from "./operations/trash/restore";
import { beginUpload } from "./operations/uploads/begin";
import { cancelUpload } from "./operations/uploads/cancel";
import { completeUpload } from "./operations/uploads/complete";
import { findKnownBytes } from "./operations/uploads/find-known";
import { getUpload } from "./operations/uploads/get";
import { listUploads } from "./operations/uploads/list";
import { signUploadParts } from "./operations/uploads/sign-parts";
import { listWorkbenchQueue } from "./operations/workbench/queue";

/** Every operation of `/api/v1`: what is not in this table cannot be reached. */
export const OPERATIONS = [
  listSamples,
  getSample,
  updateSample,
  correctSample,
  correctSamples,
  changeTags,
  changeManyTags,
  setSampleRights,
  setRights,
  listTagSuggestions,
  answerTagSuggestions,
  getSampleFeatures,
  getSampleCover,
  getSamplePeaks,
  getSampleSpectrogram,
  getSampleAudio,
  getSampleCopy,
  getSampleRegion,
  getSampleWindow,
  getSimilarSamples,
  getFittingSamples,
  deleteSample,
  streamEvents,

  listLibraryIds,
  listLibraryPage,
  listLibraryAnchors,
  getLibraryPlace,
  listLibraryRows,
  listLibraryFolders,
  listSavedViews,
  saveView,
  changeView,
  deleteView,

  searchSamples,
  searchByAddress,
  searchSimilar,
  suggestSearches,
  getSearchStatistics,
  hearQuerySound,
  hearSampleRegion,
  getQuerySound,
  getGalaxy,
  getGalaxyLabels,
  getGalaxyPath,
  listDuplicates,
  getDuplicateProgress,
  getDuplicatesOfSample,
  dismissDuplicates,

  getSlices,
  patchSlices,
  offerSampleSlices,
  getSlicesArchive,
  getSlicesWithCues,
  makeSamplesOfSlices,

  summariseDownload,
  getTable,
  requestTable,
  getArchive,
  requestArchive,

  listBulkEdits,
  beginBulkEdit,
  getBulkEdit,
  listBulkEditItems,
  undoBulkEdit,

  listBatches,
  beginBatch,
  getBatch,
  listBatchItems,
  exportBatch,
  cancelBatch,
  retryBatch,

  listTrash,
  restoreTrash,
  purgeTrash,

  listImports,
  chooseImport,
  addImport,
  getImport,
  listFilesOfImport,
  updateImport,
  scanImport,
  pauseImport,
  resumeImport,
  cancelImport,
  removeImport,
  listWorkbenchQueue,

  listUploads,
  getUpload,
  beginUpload,
  findKnownBytes,
  signUploadParts,
  completeUpload,
  cancelUpload,
  addCollectionItems,
  createCollectionLink,
  createCollection,
  deleteCollection,
  editCollection,
  getCollectionArchive,
  getCollectionFile,
  getCollectionSharing,
  getCollection,
  inviteToCollection,
  joinCollection,
  leaveCollection,
  listCollectionInvitations,
  listCollectionItems,
  listCollections,
  moveCollectionItems,
  moveCollection,
  removeCollectionItems,
  restoreCollectionItems,
  removeCollectionMember,
  restoreCollection,
  revokeCollectionLink,
  changePlaylist,
  deletePlaylist,
  generatePlaylist,
  getPlaylistArchive,
  getPlaylistFile,
  getPlaylist,
  listPlaylists,
  restorePlaylist,
  listPlays,

  listPublications,
  publishSample,
  changePublication,
  withdrawPublication,
  listGallery,
  getGalleryItem,
  getArtist,
  saveArtist,
  setArtistPicture,
  removeArtistPicture,
] as const satisfies readonly AnyOperation[];
