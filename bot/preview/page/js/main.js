// The page: everything that draws is told of changes, then the server is asked what there is.

import { watchChats } from "./chats.js";
import { watchComposer } from "./composer.js";
import { watchHeader } from "./header.js";
import { watchLog } from "./log.js";
import { watchMessages } from "./messages.js";
import { watchPanel } from "./panel.js";
import { watchDrops } from "./adding.js";
import { watchWhy } from "./why.js";
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
