/** What is folded away at first: one chunk, fetched when it is unfolded. */
export { FileList } from './file-list';
export { SettingsField } from './settings-field';
