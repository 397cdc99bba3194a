import type { AnyOperation } from "./http/operation";
import { addCollectionItems } from "./operations/collections/add-items";
import { createCollection } from "./operations/collections/create";
import { createCollectionLink } from "./operations/collections/create-link";
import { deleteCollection } from "./operations/collections/delete";
import { editCollection } from "./operations/collections/edit";
import { getCollection } from "./operations/collections/get";
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
import { revokeCollectionLink } from "./operations/collections/revoke-link";
import { dismissDuplicates } from "./operations/duplicates/dismiss";
import { listDuplicates } from "./operations/duplicates/list";
import { getDuplicatesOfSample } from "./operations/duplicates/of-sample";
import { getDuplicateProgress } from "./operations/duplicates/progress";
import { streamEvents } from "./operations/events/stream";
import { changePlaylist } from "./operations/playlists/change";
import { deletePlaylist } from "./operations/playlists/delete";
import { generatePlaylist } from "./operations/playlists/generate";
import { getPlaylist } from "./operations/playlists/get";
import { getPlaylistFile } from "./operations/playlists/get-file";
import { listPlaylists } from "./operations/playlists/list";
import { changeManyTags } from "./operations/samples/change-many-tags";
import { changeTags } from "./operations/samples/change-tags";
import { correctSample } from "./operations/samples/correct";
import { correctSamples } from "./operations/samples/correct-many";
import { deleteSample } from "./operations/samples/delete";
import { getSample } from "./operations/samples/get";
import { getSampleAudio } from "./operations/samples/get-audio";
import { getSampleCover } from "./operations/samples/get-cover";
import { getSampleFeatures } from "./operations/samples/get-features";
import { getSamplePeaks } from "./operations/samples/get-peaks";
import { getSampleSpectrogram } from "./operations/samples/get-spectrogram";
import { listSamples } from "./operations/samples/list";
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

/** Every operation of `/api/v1`: what is not in this table cannot be reached. */
export const OPERATIONS = [
  listSamples,
  getSample,
  updateSample,
  correctSample,
  correctSamples,
  changeTags,
  changeManyTags,
  listTagSuggestions,
  answerTagSuggestions,
  getSampleFeatures,
  getSampleCover,
  getSamplePeaks,
  getSampleSpectrogram,
  getSampleAudio,
  getSimilarSamples,
  getFittingSamples,
  deleteSample,
  streamEvents,

  searchSamples,
  searchByAddress,
  searchSimilar,
  suggestSearches,
  getSearchStatistics,
  hearQuerySound,
  hearSampleRegion,
  getQuerySound,
  listDuplicates,
  getDuplicateProgress,
  getDuplicatesOfSample,
  dismissDuplicates,

  listTrash,
  restoreTrash,
  purgeTrash,

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
  removeCollectionMember,
  restoreCollection,
  revokeCollectionLink,
  changePlaylist,
  deletePlaylist,
  generatePlaylist,
  getPlaylistFile,
  getPlaylist,
  listPlaylists,
] as const satisfies readonly AnyOperation[];
