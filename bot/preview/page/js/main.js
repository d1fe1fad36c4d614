// The page: everything that draws is told of changes, then the server is asked what there is.

import { watchChats } from "./chat/chats.js";
import { watchComposer } from "./chat/composer.js";
import { watchHeader } from "./chat/header.js";
import { watchLog } from "./panel/log.js";
import { watchMessages } from "./chat/messages.js";
import { watchPanel } from "./panel/panel.js";
import { watchDrops } from "./panel/add_article.js";
import { watchWhy } from "./panel/why.js";
import { drawThemeSwitch } from "./theme.js";
import { connect } from "./server.js";
import { on, store, tell } from "./store.js";

drawThemeSwitch();
watchChats();
watchHeader();
watchMessages();
watchComposer();
watchPanel();
watchLog();
watchWhy();
watchDrops();

// The first time that the chats are known, all is drawn.
let isDrawn = false;
on("chats", () => {
  if (isDrawn || !store.chat) return;
  isDrawn = true;
  tell("view");
});
on("fresh", () => (isDrawn = false));
connect();
