'use strict';
const at = id => document.getElementById(id);
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
  toastTimer = setTimeout(() => { at('toast').hidden = true; }, 4000);
}

/* One list of messages: albums are one bubble, a new day has its date. */
class Talk {
  constructor(root, empty) {
    this.root = root;
    this.empty = empty;
    this.bubbles = [];
    this.byId = new Map();
    this.unseen = 0;
    root.addEventListener('scroll', () => {
      if (this.atEnd()) this.seen();
      else if (root.scrollTop < this.top) this.sticky = false;
      this.top = root.scrollTop;
    });
    root.addEventListener('keydown', event => this.walk(event));
    this.list = make('div');
    root.append(this.list);
    /* What is drawn late, pictures among it, must not push the newest post out of sight. */
    const keep = new ResizeObserver(() => { if (this.sticky) this.toEnd(); });
    keep.observe(root);
    keep.observe(this.list);
    this.top = 0;
  }

  atEnd() {
    return this.root.scrollHeight - this.root.scrollTop - this.root.clientHeight < 100;
  }

  toEnd() {
    this.root.scrollTop = this.root.scrollHeight;
    this.sticky = true;
  }

  seen() {
    this.unseen = 0;
    this.sticky = true;
    this.onUnseen && this.onUnseen(0);
  }

  show(messages, chat) {
    this.chat = chat;
    this.bubbles = [];
    this.byId = new Map();
    const all = document.createDocumentFragment();
    for (const message of messages) this.put(all, message);
    if (!messages.length) all.append(make('p', 'empty', this.empty));
    this.list.replaceChildren(all);
    this.toEnd();
  }

  put(parent, message) {
    const last = this.bubbles[this.bubbles.length - 1];
    if (last && message.media_group_id && last.group === message.media_group_id) {
      last.messages.push(message);
      this.byId.set(message.message_id, last);
      this.redraw(last);
      return last;
    }
    if (!last || day(last.messages[0].date) !== day(message.date)) {
      const line = make('div', 'day');
      line.append(make('span', '', day(message.date)));
      parent.append(line);
    }
    const entry = { group: message.media_group_id, messages: [message] };
    entry.node = this.draw(entry);
    this.bubbles.push(entry);
    this.byId.set(message.message_id, entry);
    parent.append(entry.node);
    return entry;
  }

  draw(entry) {
    const node = bubble(entry.messages, this.chat);
    if (this.chat && this.chat.own && this.chat.own(entry.messages[0])) node.classList.add('own');
    return node;
  }

  redraw(entry) {
    const node = this.draw(entry);
    entry.node.replaceWith(node);
    entry.node = node;
  }

  add(message) {
    const stay = !this.sticky;
    const empty = this.root.querySelector('.empty');
    if (empty) empty.remove();
    this.put(this.list, message).node.classList.add('new');
    if (stay) {
      this.unseen++;
      this.onUnseen && this.onUnseen(this.unseen);
    } else {
      this.toEnd();
    }
  }

  change(message) {
    const entry = this.byId.get(message.message_id);
    if (!entry) return;
    entry.messages = entry.messages.map(old => old.message_id === message.message_id ? message : old);
    this.redraw(entry);
    if (this.sticky) this.toEnd();
  }

  remove(id) {
    const entry = this.byId.get(id);
    if (!entry) return;
    this.byId.delete(id);
    entry.messages = entry.messages.filter(old => old.message_id !== id);
    if (entry.messages.length) return this.redraw(entry);
    entry.node.remove();
    this.bubbles = this.bubbles.filter(other => other !== entry);
  }

  reveal(id) {
    const entry = this.byId.get(id);
    if (!entry) return;
    entry.node.scrollIntoView({ block: 'center', behavior: 'smooth' });
    entry.node.firstChild.focus({ preventScroll: true });
  }

  /* Arrow keys go from message to message. */
  walk(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || event.target.closest('.keys')) return;
    const nodes = this.bubbles.map(entry => entry.node.firstChild);
    const here = nodes.indexOf(document.activeElement.closest('.post'));
    const next = here < 0 ? nodes[step < 0 ? nodes.length - 1 : 0] : nodes[here + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

const channelTalk = new Talk(at('posts'), SAY.empty);
const chatTalk = new Talk(at('talk'), SAY.talkEmpty);
channelTalk.onUnseen = count => {
  at('down').hidden = !count;
  at('unread').hidden = !count;
  at('unread').textContent = count;
};
at('down').addEventListener('click', () => { channelTalk.toEnd(); channelTalk.seen(); });

const handle = {
  own: message => Boolean(message.from) && message.from.id === state.person,
  command: text => say(text),
  inline: query => { at('chat-text').value = '@' + state.bot.username + ' ' + query; at('chat-text').focus(); typed(); },
  press: async (message, data, node) => {
    node.classList.add('busy');
    const answer = await order('press', { person: state.person, chat: message.chat.id, message: message.message_id, data });
    node.classList.remove('busy');
    if (answer.answered === false) toast(SAY.noAnswer);
    const said = answer.answer || {};
    if (said.text && isTrue(said.show_alert)) { at('alert-text').textContent = said.text; at('alert').showModal(); }
    else if (said.text) toast(said.text);
  },
};

function isTrue(flag) {
  return flag === true || flag === 'true' || flag === 'True';
}

/* Which person one is, and which chat is open. */
function person() {
  return state.people.find(each => each.id === state.person) || {};
}

function fillPeople() {
  const before = state.person || state.people.find(each => !each.owner)?.id || state.people[0].id;
  at('person').replaceChildren(...state.people.map(each => {
    const option = make('option', '', each.first_name + (each.owner ? ' · ' + SAY.owner : ''));
    option.value = each.id;
    return option;
  }));
  be(before);
}

function be(id) {
  state.person = id;
  at('person').value = id;
  at('language').value = person().language_code;
  const rooms = person().owner ? state.others : [];
  at('room-label').hidden = !rooms.length;
  at('room').replaceChildren(...[id, ...rooms].map(chat => {
    const option = make('option', '', chat === id ? '@' + state.bot.username : state.chats.get(chat).title);
    option.value = chat;
    return option;
  }));
  enter(id);
}

function enter(room) {
  state.room = room;
  const chat = state.chats.get(room);
  const own = room === state.person;
  at('chat-title').textContent = own ? state.bot.first_name : chat.title;
  at('chat-about').textContent = own ? SAY.botAbout : SAY.members(chat.members + 1);
  chatTalk.show(chat ? chat.messages : [], { ...handle, names: !own });
  closeLists();
}

at('person').addEventListener('change', event => be(Number(event.target.value)));
at('room').addEventListener('change', event => enter(Number(event.target.value)));
at('language').addEventListener('change', event => { person().language_code = event.target.value; });

function say(text) {
  return order('write', { person: state.person, chat: state.room, language: at('language').value, text });
}

/* The list above the composer: commands behind "/", results behind the bot's name. */
let commands = [];
let inlineTimer;

async function loadCommands() {
  const answer = await order('commands', { person: state.person, language: at('language').value });
  commands = Array.isArray(answer) ? answer : [];
}

function closeLists() {
  at('command-list').hidden = true;
  at('inline-list').hidden = true;
  at('menu-button').setAttribute('aria-expanded', 'false');
}

function option(title, about, chosen) {
  const node = make('button', 'option');
  node.type = 'button';
  node.setAttribute('role', 'option');
  node.append(make('b', '', title), make('span', '', about || ''));
  node.addEventListener('click', chosen);
  return node;
}

function showCommands(prefix) {
  const fit = commands.filter(each => each.command.startsWith(prefix));
  const list = at('command-list');
  list.replaceChildren(...fit.map(each => option('/' + each.command, each.description, () => {
    closeLists();
    at('chat-text').value = '';
    say('/' + each.command);
    at('chat-text').focus();
  })));
  if (!commands.length) list.append(make('p', 'hint', SAY.noCommands));
  list.hidden = commands.length > 0 && !fit.length;
  at('menu-button').setAttribute('aria-expanded', String(!list.hidden));
}

async function showResults(query) {
  const found = await order('inline', { person: state.person, language: at('language').value, query });
  if (found.answered === false) return toast(SAY.noAnswer);
  const list = at('inline-list');
  const results = (found.answer && found.answer.results) || [];
  list.replaceChildren(...results.map(each => option(each.title || each.type, each.description, async () => {
    closeLists();
    at('chat-text').value = '';
    await order('send-result', { person: state.person, chat: state.room, query, queryId: found.queryId, resultId: each.id });
    at('chat-text').focus();
  })));
  if (!results.length) list.append(make('p', 'hint', SAY.nothing));
  list.hidden = false;
}

async function typed() {
  const text = at('chat-text').value;
  grow(at('chat-text'));
  const name = '@' + state.bot.username + ' ';
  clearTimeout(inlineTimer);
  if (/^\/[a-z0-9_]*$/.test(text)) {
    if (at('command-list').hidden) await loadCommands();
    showCommands(text.slice(1));
  } else if (text.toLowerCase().startsWith(name.toLowerCase())) {
    at('command-list').hidden = true;
    inlineTimer = setTimeout(() => showResults(text.slice(name.length)), 300);
  } else {
    closeLists();
  }
}

function grow(area) {
  area.rows = Math.min(8, area.value.split('\n').length);
}

at('chat-text').addEventListener('input', typed);
at('menu-button').addEventListener('click', async () => {
  if (!at('command-list').hidden) return closeLists();
  await loadCommands();
  showCommands('');
  const first = at('command-list').querySelector('.option');
  if (first) first.focus();
});
for (const id of ['command-list', 'inline-list']) {
  at(id).addEventListener('keydown', event => {
    const step = { ArrowUp: 'previousElementSibling', ArrowDown: 'nextElementSibling' }[event.key];
    if (event.key === 'Escape') { closeLists(); at('chat-text').focus(); }
    if (!step) return;
    event.preventDefault();
    (document.activeElement[step] || at('chat-text')).focus();
  });
}

function composer(form, area, send) {
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const text = area.value.trim();
    if (!text) return;
    area.value = '';
    grow(area);
    closeLists();
    await send(text);
  });
  area.addEventListener('input', () => grow(area));
  area.addEventListener('keydown', event => {
    const list = [at('command-list'), at('inline-list')].find(each => !each.hidden);
    if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); form.requestSubmit(); }
    else if (event.key === 'Escape') closeLists();
    else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && list && area === at('chat-text')) {
      const options = list.querySelectorAll('.option');
      if (options.length) { event.preventDefault(); options[event.key === 'ArrowUp' ? options.length - 1 : 0].focus(); }
    }
  });
}
composer(at('chat-form'), at('chat-text'), say);
composer(at('post-form'), at('post-text'), text => order('post', { text }));

async function attach(file) {
  const query = new URLSearchParams({ person: state.person, chat: state.room, language: at('language').value, name: file.name, caption: at('chat-text').value.trim() });
  at('chat-text').value = '';
  const answer = await fetch('/sandbox/upload?' + query, { method: 'POST', headers: { 'Content-Type': file.type || 'application/octet-stream' }, body: file });
  const json = await answer.json();
  if (json.error) toast(json.error);
}
at('file').addEventListener('change', event => {
  if (event.target.files[0]) attach(event.target.files[0]);
  event.target.value = '';
});
document.querySelector('.clip').addEventListener('keydown', event => { if (event.key === 'Enter' || event.key === ' ') at('file').click(); });
at('pane-chat').addEventListener('dragover', event => event.preventDefault());
at('pane-chat').addEventListener('drop', event => {
  event.preventDefault();
  if (event.dataTransfer.files[0]) attach(event.dataTransfer.files[0]);
});

/* The strip: how things stand, and what shall go wrong. */
const FAULTS = {
  lose: { fault: 'lose' }, flood: { fault: 'flood', seconds: 20 }, gateway: { fault: 'gateway' }, delay: { fault: 'delay', seconds: 8 },
  refuse: { fault: 'refuse' }, close: { fault: 'close' }, pictures: { fault: 'pictures' }, conflict: { fault: 'conflict' },
};
for (const [name, what] of Object.entries(FAULTS)) {
  const node = make('button', '', SAY.fault[name]);
  node.type = 'button';
  node.addEventListener('click', () => order('fault', what));
  at('fault-buttons').append(node);
}
for (const action of ['kick', 'take', 'restore']) {
  const node = make('button', 'rights', SAY.botAct[action]);
  node.type = 'button';
  node.addEventListener('click', () => order('bot', { action, right: 'can_post_messages' }));
  at('fault-buttons').append(node);
}

function strip(data) {
  at('queue-gauge').hidden = !data.queue;
  at('queue').textContent = data.queue;
  at('budget').textContent = data.budget;
  const meter = at('budget-meter');
  meter.max = Math.max(meter.max, data.budget);
  meter.value = data.budget;
  at('bot-state').textContent = SAY[data.bot] + (data.bot === 'administrator' && !data.mayPost ? ', ' + SAY.noRight : '');
  at('bot-state').classList.toggle('bad', !data.mayPost);
  at('fault-count').hidden = !data.faults.length;
  at('fault-count').textContent = data.faults.length;
  at('fault-list').replaceChildren(...data.faults.map(each => make('span', 'chip', SAY.armed + ': ' + (SAY.fault[each.name] || each.name) + (each.times > 1 ? ' ×' + each.times : ''))));
  if (data.faults.length) {
    const clear = make('button', '', SAY.clear);
    clear.type = 'button';
    clear.addEventListener('click', () => order('clear-faults', {}));
    at('fault-list').append(clear);
  }
  at('calls').replaceChildren(...data.calls.map(call => {
    const line = make('li', call.status >= 400 || !call.status ? 'bad' : '');
    line.append(make('time', '', SECOND.format(call.at)), make('code', '', call.method), make('span', '', call.status || SAY.lost));
    return line;
  }));
}

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
  channelTalk.show(state.chats.get(data.channel).messages, { ...handle, own: null });
  fillPeople();
  document.body.classList.remove('offline');
});
on('posted', data => {
  const chat = state.chats.get(data.chat);
  if (!chat || !data.message) return;
  chat.messages.push(data.message);
  const talk = talkOf(data.chat);
  if (talk) talk.add(data.message);
});
on('edited', data => {
  const chat = state.chats.get(data.chat);
  if (!chat || !data.message) return;
  chat.messages = chat.messages.map(old => old.message_id === data.id ? data.message : old);
  const talk = talkOf(data.chat);
  if (talk) talk.change(data.message);
  if (data.chat === state.channel) head(chat);
});
on('deleted', data => {
  const chat = state.chats.get(data.chat);
  if (!chat) return;
  chat.messages = chat.messages.filter(old => old.message_id !== data.id);
  const talk = talkOf(data.chat);
  if (talk) talk.remove(data.id);
});
on('chat', chat => {
  if (state.chats.has(chat.id)) head(chat);
  else state.chats.set(chat.id, { ...chat, messages: [] });
});
on('strip', strip);
events.addEventListener('error', () => { document.body.classList.add('offline'); toast(SAY.offline); });

/* On a phone one pane is shown at a time. */
const tabs = ['channel', 'chat'];
function open(tab) {
  for (const each of tabs) {
    const chosen = each === tab;
    at('tab-' + each).setAttribute('aria-selected', String(chosen));
    at('tab-' + each).tabIndex = chosen ? 0 : -1;
    at('pane-' + each).classList.toggle('shown', chosen);
  }
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
document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  for (const menu of document.querySelectorAll('details.menu[open]')) { menu.open = false; menu.querySelector('summary').focus(); }
});
