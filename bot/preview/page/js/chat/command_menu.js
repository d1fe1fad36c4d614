// Which of a bot's menus a client shows (core.telegram.org/bots/api#determining-list-of-commands).

/** Pairs of a command's name and its description, for this person in this chat. */
export function menuFor(menus, chat, person) {
  const language = (person.language_code ?? "").split("-")[0];
  for (const scope of scopes(chat, person)) {
    for (const code of [language, ""]) {
      const found = menus.find((menu) => menu.scope === scope && menu.language === code);
      if (found) return found.commands;
    }
  }
  return [];
}

function scopes(chat, person) {
  if (chat.type === "private") return [`chat ${chat.id}`, "all_private_chats", "default"];
  const status = chat.members.find((member) => member.id === person.id)?.status;
  const isAdministrator = status === "creator" || status === "administrator";
  return [
    `chat_member ${chat.id} ${person.id}`,
    ...(isAdministrator ? [`chat_administrators ${chat.id}`] : []),
    `chat ${chat.id}`,
    ...(isAdministrator ? ["all_chat_administrators"] : []),
    "all_group_chats",
    "default",
  ];
}
