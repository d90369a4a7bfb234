'use strict';
const posts = document.getElementById('posts');
const down = document.getElementById('down');
const byId = new Map();

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function link(address, text) {
  const node = make('a', '', text);
  if (/^(https?|tg|ton|mailto):/i.test(address)) {
    node.href = address;
    node.rel = 'noopener noreferrer';
    node.target = '_blank';
  }
  return node;
}

function wrapper(entity, text) {
  switch (entity.type) {
    case 'bold': return make('b');
    case 'italic': return make('i');
    case 'underline': return make('u');
    case 'strikethrough': return make('s');
    case 'code': return make('code');
    case 'pre': return make('pre');
    case 'blockquote':
    case 'expandable_blockquote': return make('blockquote');
    case 'text_link': return link(entity.url, '');
    case 'url': return link(/^[a-z]+:\/\//i.test(text) ? text : 'http://' + text, '');
    case 'mention': return link('https://t.me/' + text.slice(1), '');
    case 'spoiler': {
      const node = make('span', 'spoiler');
      node.addEventListener('click', () => node.classList.add('shown'));
      return node;
    }
    case 'hashtag':
    case 'cashtag':
    case 'bot_command': return make('a');
    default: return make('span');
  }
}

/* Entities nest; those that start at one place come longest first. */
function fill(parent, text, entities, from, to) {
  let at = from;
  for (let i = 0; i < entities.length; i++) {
    const entity = entities[i];
    if (entity.offset < at) continue;
    const end = Math.min(entity.offset + entity.length, to);
    parent.append(text.slice(at, entity.offset));
    const node = wrapper(entity, text.slice(entity.offset, end));
    const inner = entities.slice(i + 1).filter(e => e.offset < end);
    fill(node, text, inner, entity.offset, end);
    parent.append(node);
    at = end;
  }
  parent.append(text.slice(at, to));
}

function card(message) {
  const options = message.link_preview_options || {};
  if (options.is_disabled || !message.text) return null;
  const first = (message.entities || []).find(e => e.type === 'text_link' || e.type === 'url');
  const address = options.url || (first && (first.url || message.text.substr(first.offset, first.length)));
  if (!address) return null;
  const node = link(/^[a-z]+:/i.test(address) ? address : 'http://' + address, '');
  node.className = 'card';
  node.append(make('b', '', address.replace(/^[a-z]+:\/\//i, '').split('/')[0]), make('span', '', address));
  return node;
}

function keys(markup) {
  const grid = make('div', 'keys');
  for (const row of markup.inline_keyboard) {
    const line = make('div');
    for (const button of row) line.append(button.url ? link(button.url, button.text) : make('span', '', button.text));
    grid.append(line);
  }
  return grid;
}

function time(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

function draw(message) {
  const node = make('article', 'post');
  node.dataset.date = message.date;
  if (message.forward_origin) node.append(make('div', 'from', 'Forwarded'));
  if (message.photo) {
    const photo = make('img', 'photo');
    photo.src = '/sandbox/file/' + message.photo[message.photo.length - 1].file_id;
    photo.alt = message.caption || 'Photo';
    node.append(photo);
  }
  if (message.document) {
    const file = make('a', 'file', '📎 ' + (message.document.file_name || 'file'));
    file.href = '/sandbox/file/' + message.document.file_id;
    node.append(file);
  }
  const body = message.text || message.caption;
  const preview = card(message);
  const above = preview && message.link_preview_options && message.link_preview_options.show_above_text;
  if (above) node.append(preview);
  if (body) {
    const text = make('div', 'text');
    fill(text, body, message.entities || message.caption_entities || [], 0, body.length);
    node.append(text);
  }
  if (preview && !above) node.append(preview);
  const foot = make('div', 'foot', (message.edit_date ? 'edited ' : '') + time(message.date));
  foot.title = 'message ' + message.message_id;
  node.append(foot);
  if (message.reply_markup) node.append(keys(message.reply_markup));
  return node;
}

function day(seconds) {
  return new Date(seconds * 1000).toLocaleDateString([], { day: 'numeric', month: 'long', year: 'numeric' });
}

function add(parent, message, fresh) {
  const before = byId.size ? [...byId.values()].pop() : null;
  if (!before || day(Number(before.dataset.date)) !== day(message.date)) {
    const line = make('div', 'day');
    line.append(make('span', '', day(message.date)));
    parent.append(line);
  }
  const node = draw(message);
  if (fresh) node.classList.add('new');
  byId.set(message.message_id, node);
  parent.append(node);
}

function atEnd() {
  return posts.scrollHeight - posts.scrollTop - posts.clientHeight < 120;
}

function toEnd() {
  posts.scrollTop = posts.scrollHeight;
}

function head(data) {
  document.getElementById('title').textContent = data.chat.title;
  document.title = data.chat.title + ' — Zharshy sandbox';
  document.getElementById('about').textContent = '@' + data.chat.username;
}

const events = new EventSource('/sandbox/events');
events.addEventListener('all', e => {
  const data = JSON.parse(e.data);
  head(data);
  byId.clear();
  const all = document.createDocumentFragment();
  for (const message of data.messages) add(all, message, false);
  if (!data.messages.length) all.append(make('p', 'empty', 'No posts yet. They appear here by themselves.'));
  posts.replaceChildren(all);
  toEnd();
});
events.addEventListener('posted', e => {
  const message = JSON.parse(e.data);
  if (!message.date) return;
  const stay = !atEnd();
  const empty = posts.querySelector('.empty');
  if (empty) empty.remove();
  add(posts, message, true);
  if (stay) down.hidden = false; else toEnd();
});
events.addEventListener('edited', e => {
  const message = JSON.parse(e.data);
  const old = byId.get(message.message_id);
  if (!old || !message.date) return;
  const node = draw(message);
  old.replaceWith(node);
  byId.set(message.message_id, node);
});
events.addEventListener('deleted', e => {
  const id = JSON.parse(e.data).message_id;
  const old = byId.get(id);
  if (old) old.remove();
  byId.delete(id);
});
events.addEventListener('chat', e => head(JSON.parse(e.data)));
down.addEventListener('click', toEnd);
posts.addEventListener('scroll', () => { if (atEnd()) down.hidden = true; });
