'use strict';
/* Puts the page together and keeps it like the sandbox. */
const state = { chats: new Map(), people: [], channel: 0, others: [], bot: {}, person: 0, room: 0 };

async function order(name, body) {
  try {
    const answer = await fetch('/sandbox/' + name, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    const json = await answer.json();
    if (json.error) toast(json.error);
    return json;
  } catch (e) {
    toast(SAY.offline);
    return {};
  }
}

let toastTimer;
function toast(text) {
  at('toast').textContent = text;
  at('toast').hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { at('toast').hidden = true; }, 6000);
}

const handle = {
  own: message => Boolean(message.from) && message.from.id === state.person,
  command: text => say(text),
  inline: query => { at('chat-text').value = '@' + state.bot.username + ' ' + query; at('chat-text').focus(); typed(); },
  press: async (message, data, node) => {
    node.classList.add('busy');
    const answer = await order('press', { person: state.person, language: at('language').value, chat: message.chat.id, message: message.message_id, data });
    node.classList.remove('busy');
    if (answer.answered === false) toast(SAY.noAnswer);
    const said = answer.answer || {};
    if (said.url) { const act = inside(said.url); if (act) act(); }
    if (said.text && isTrue(said.show_alert)) { at('alert-text').textContent = said.text; at('alert').showModal(); }
    else if (said.text) toast(said.text);
  },
};

function isTrue(flag) {
  return flag === true || flag === 'true' || flag === 'True';
}

const channelTalk = new Talk(at('pane-channel'), SAY.empty);
const chatTalk = new Talk(at('pane-chat'), SAY.talkEmpty);

function head(chat) {
  Object.assign(state.chats.get(chat.id), chat);
  if (chat.id !== state.channel) return;
  at('channel-title').textContent = chat.title;
  document.title = chat.title + ' — Zharshy';
  at('channel-about').textContent = '@' + chat.username + ' · ' + SAY.subscribers(chat.members);
  const newest = chat.pinned[chat.pinned.length - 1];
  const message = newest && state.chats.get(chat.id).messages.find(each => each.message_id === newest);
  at('pinned').hidden = !message;
  if (message) {
    at('pinned').replaceChildren(make('b', '', SAY.pinnedPost), make('span', '', textOf(message).slice(0, 120) || SAY.photo));
    at('pinned').onclick = () => channelTalk.reveal(newest);
  }
}

function talkOf(chat) {
  return chat === state.channel ? channelTalk : chat === state.room ? chatTalk : null;
}

const events = new EventSource('/sandbox/events');
const on = (name, listener) => events.addEventListener(name, event => listener(JSON.parse(event.data)));
on('all', data => {
  state.chats = new Map(data.chats.map(chat => [chat.id, chat]));
  Object.assign(state, { people: data.people, channel: data.channel, others: data.others, bot: data.bot });
  head(state.chats.get(data.channel));
  channelTalk.show(state.chats.get(data.channel).messages, { ...handle, own: () => false });
  fillPeople();
  guide(data.guide);
  document.body.classList.remove('offline');
  document.body.classList.add('ready');
  performance.mark('ready');
});
on('posted', data => {
  const chat = state.chats.get(data.chat);
  if (!chat || !data.message) return;
  chat.messages.push(data.message);
  const talk = talkOf(data.chat);
  if (!talk) return;
  talk.add(data.message);
  news(talk === channelTalk ? 'channel' : 'chat');
});
on('edited', data => {
  const chat = state.chats.get(data.chat);
  if (!chat || !data.message) return;
  const index = chat.messages.findIndex(old => old.message_id === data.id);
  if (index < 0) return;
  chat.messages[index] = data.message;
  const talk = talkOf(data.chat);
  if (talk) talk.change(data.message);
  if (data.chat === state.channel) head(chat);
});
on('deleted', data => {
  const chat = state.chats.get(data.chat);
  const index = chat ? chat.messages.findIndex(old => old.message_id === data.id) : -1;
  if (index < 0) return;
  chat.messages.splice(index, 1);
  const talk = talkOf(data.chat);
  if (talk) talk.remove(data.id, index);
});
on('chat', chat => {
  if (state.chats.has(chat.id)) head(chat);
  else state.chats.set(chat.id, { ...chat, messages: [] });
});
on('strip', strip);
events.addEventListener('error', () => { document.body.classList.add('offline'); toast(SAY.offline); });

/* On a phone one pane is shown at a time; the other's tab counts what came meanwhile. */
const tabs = ['channel', 'chat'];
function open(tab) {
  for (const each of tabs) {
    const chosen = each === tab;
    at('tab-' + each).setAttribute('aria-selected', String(chosen));
    at('tab-' + each).tabIndex = chosen ? 0 : -1;
    at('pane-' + each).classList.toggle('shown', chosen);
  }
  at('news-' + tab).textContent = '';
}

function news(tab) {
  if (!at('pane-' + tab).classList.contains('shown')) at('news-' + tab).textContent = Number(at('news-' + tab).textContent) + 1;
}

for (const each of tabs) {
  at('tab-' + each).addEventListener('click', () => open(each));
  at('tab-' + each).addEventListener('keydown', event => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = tabs[1 - tabs.indexOf(each)];
    open(other);
    at('tab-' + other).focus();
  });
}
open('channel');
at('guide').open = innerWidth > 760;
document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(event.target) && !event.target.closest('.guide')) menu.open = false;
});
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  for (const menu of document.querySelectorAll('details.menu[open]')) { menu.open = false; menu.querySelector('summary').focus(); }
});
