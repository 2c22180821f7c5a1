import type { Content } from "./dialogs.ts";
import { settingsPanel } from "./settingsPanel.ts";

/** All settings that a programme, a place or a source decides. */
export const content: Content = (store, app) => settingsPanel(store, app, false);
