import type { Content } from "./dialogs.ts";
import { settingsPanel } from "./settingsPanel.ts";

/** What is assumed or tuned: apart from what somebody can do. */
export const content: Content = (store, app) => settingsPanel(store, app, true);
