'use strict';
/* The chat with the bot: who one is, what one writes, what the bot offers. */
function person() {
  return state.people.find(each => each.id === state.person) || {};
}

function fillPeople() {
  const reader = state.people.find(each => !each.owner && each.language_code === LANGUAGE) || state.people.find(each => !each.owner) || state.people[0];
  at('person').replaceChildren(...state.people.map(each => {
    const option = make('option', '', each.first_name + (each.owner ? ' · ' + SAY.owner : ''));
    option.value = each.id;
    return option;
  }));
  be(person().id || reader.id);
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
  at('room').value = room;
  const chat = state.chats.get(room);
  const own = room === state.person;
  at('chat-title').textContent = own ? state.bot.first_name : chat.title;
  at('chat-about').textContent = own ? SAY.botAbout : SAY.members(chat.members + 1);
  chatTalk.show(chat.messages, { ...handle, names: !own });
  chatComposer.about();
  closeLists();
}

at('person').addEventListener('change', event => be(Number(event.target.value)));
at('room').addEventListener('change', event => enter(Number(event.target.value)));
at('language').addEventListener('change', event => { person().language_code = event.target.value; });

function say(text, more) {
  return order('write', { person: state.person, chat: state.room, language: at('language').value, text, ...more });
}

/* The list above the composer: commands behind "/", results behind the bot's name. */
let commands = [];
let typing = 0;

function closeLists() {
  typing++;
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

async function showCommands(prefix) {
  const turn = ++typing;
  const answer = await order('commands', { person: state.person, language: at('language').value });
  if (turn !== typing) return;
  commands = Array.isArray(answer) ? answer : [];
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
  const turn = ++typing;
  await new Promise(done => setTimeout(done, 300));
  if (turn !== typing) return;
  const found = await order('inline', { person: state.person, language: at('language').value, query });
  if (turn !== typing) return;
  if (found.answered === false) return toast(SAY.noAnswer);
  const list = at('inline-list');
  const results = (found.answer && found.answer.results) || [];
  list.replaceChildren(...results.map(each => option(each.title || each.type, each.description, async () => {
    closeLists();
    at('chat-text').value = '';
    await order('send-result', { person: state.person, chat: state.room, query, queryId: found.queryId, resultId: each.id });
    at('chat-text').focus();
  })));
  const button = found.answer && found.answer.button;
  if (button) list.prepend(option(button.text, '', () => { closeLists(); at('chat-text').value = ''; say('/start ' + (button.start_parameter || '')); }));
  if (!results.length) list.append(make('p', 'hint', SAY.nothing));
  list.hidden = false;
}

function typed() {
  const text = at('chat-text').value;
  const name = '@' + state.bot.username + ' ';
  if (/^\/[a-z0-9_]*$/.test(text)) {
    showCommands(text.slice(1));
  } else if (text.toLowerCase().startsWith(name.toLowerCase())) {
    at('command-list').hidden = true;
    showResults(text.slice(name.length));
  } else {
    closeLists();
  }
}

at('chat-text').addEventListener('input', typed);
at('menu-button').addEventListener('click', async () => {
  if (!at('command-list').hidden) return closeLists();
  await showCommands('');
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

/* A place to write, which may be about a message: to reply to it or to edit it. */
class Composer {
  constructor(form, send) {
    this.form = form;
    this.area = form.querySelector('textarea');
    this.bar = form.previousElementSibling;
    this.send = send;
    form.addEventListener('submit', event => { event.preventDefault(); this.submit(); });
    this.area.addEventListener('input', () => this.grow());
    this.area.addEventListener('keydown', event => this.key(event));
    this.bar.querySelector('button').addEventListener('click', () => { this.about(); this.area.focus(); });
  }

  about(what, message) {
    if (this.what === 'edit') this.area.value = '';
    this.what = what;
    this.message = message;
    this.bar.hidden = !what;
    if (!what) return;
    this.bar.querySelector('b').textContent = what === 'reply' ? SAY.reply : SAY.edit;
    this.bar.querySelector('span').textContent = textOf(message).slice(0, 120) || SAY.photo;
    if (what === 'edit') this.area.value = textOf(message);
    this.grow();
    this.area.focus();
  }

  async submit() {
    const text = this.area.value.trim();
    if (!text) return;
    const { what, message } = this;
    this.about();
    this.area.value = '';
    this.grow();
    closeLists();
    await this.send(text, what, message && message.message_id);
  }

  grow() {
    const lines = this.area.value.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 60), 0);
    this.area.rows = Math.min(8, lines);
  }

  key(event) {
    const list = [at('command-list'), at('inline-list')].find(each => !each.hidden);
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.form.requestSubmit(); }
    else if (event.key === 'Escape' && list) closeLists();
    else if (event.key === 'Escape') this.about();
    else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && list && this.area === at('chat-text')) {
      const options = list.querySelectorAll('.option');
      if (options.length) { event.preventDefault(); options[event.key === 'ArrowUp' ? options.length - 1 : 0].focus(); }
    }
  }
}

const chatComposer = new Composer(at('chat-form'), (text, what, message) =>
  what === 'edit' ? order('edit', { chat: state.room, person: state.person, message, text }) : say(text, what ? { reply: message } : {}));
const postComposer = new Composer(at('post-form'), (text, what, message) =>
  what === 'edit' ? order('edit', { chat: state.channel, message, text }) : order('post', { text }));

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
document.querySelector('.clip').addEventListener('keydown', event => {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  at('file').click();
});
at('pane-chat').addEventListener('dragover', event => event.preventDefault());
at('pane-chat').addEventListener('drop', event => {
  event.preventDefault();
  if (event.dataTransfer.files[0]) attach(event.dataTransfer.files[0]);
});
at('chat-text').addEventListener('paste', event => {
  if (!event.clipboardData.files[0]) return;
  event.preventDefault();
  attach(event.clipboardData.files[0]);
});
