/** The one script of every page: binds behaviours and starts what belongs to the whole document. */

import { bindBehaviours } from "#shared/behaviours.js";
import { listenForDialogs } from "#shared/dialogs.js";
import { listenForKeys } from "#shared/keyboard.js";
import { watchConnection } from "#shared/offline.js";
import { showCurrentTab } from "#shared/tabs.js";
import { keepTimesFresh } from "#shared/times.js";
import { tendFlashes } from "#shared/toasts.js";
import { listenForCompose } from "#posts/compose.js";
import { listenForEdits } from "#posts/editing.js";
import { watchCounts } from "#live/counts.js";
import { watchDeletions } from "#live/deletions.js";
import { watchNames } from "#relationships/hover_card.js";
import { listenForReports } from "#moderation/report.js";
import { watchBadges } from "#verification/badges.js";

document.documentElement.classList.add("has-js");
bindBehaviours();
listenForDialogs();
listenForKeys();
listenForCompose();
listenForEdits();
listenForReports();
showCurrentTab();
keepTimesFresh();
tendFlashes();
watchConnection();
watchCounts();
watchDeletions();
watchBadges();
watchNames();
