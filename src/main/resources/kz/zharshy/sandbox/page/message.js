'use strict';
/* Draws messages. Text from outside only ever becomes text nodes. */
const at = id => document.getElementById(id);

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

function withScheme(address) {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : 'http://' + address;
}

function quote(expandable) {
  const node = make('blockquote');
  if (expandable) {
    node.classList.add('folded');
    node.tabIndex = 0;
    const unfold = () => node.classList.toggle('folded');
    node.addEventListener('click', unfold);
    node.addEventListener('keydown', event => { if (event.key === 'Enter') unfold(); });
  }
  return node;
}

function spoiler() {
  const node = make('span', 'spoiler');
  node.tabIndex = 0;
  node.setAttribute('role', 'button');
  node.setAttribute('aria-label', SAY.show);
  const open = () => { node.classList.add('shown'); node.removeAttribute('aria-label'); };
  node.addEventListener('click', open);
  node.addEventListener('keydown', event => { if (event.key === 'Enter') open(); });
  return node;
}

function wrapper(entity, text, chat) {
  switch (entity.type) {
    case 'bold': return make('b');
    case 'italic': return make('i');
    case 'underline': return make('u');
    case 'strikethrough': return make('s');
    case 'code': return make('code');
    case 'pre': return make('pre');
    case 'blockquote': return quote(false);
    case 'expandable_blockquote': return quote(true);
    case 'spoiler': return spoiler();
    case 'text_link': return link(entity.url, '');
    case 'url': return link(withScheme(text), '');
    case 'email': return link('mailto:' + text, '');
    case 'mention': return link('https://t.me/' + text.slice(1), '');
    case 'bot_command': {
      const node = make('button', 'command');
      node.type = 'button';
      node.addEventListener('click', () => chat && chat.command(text));
      return node;
    }
    case 'hashtag':
    case 'cashtag': return make('span', 'tag');
    default: return make('span');
  }
}

/* Entities nest and come outermost first. */
function fill(parent, text, entities, from, to, chat) {
  let at = from;
  for (let i = 0; i < entities.length; i++) {
    const entity = entities[i];
    if (entity.offset < at) continue;
    const end = Math.min(entity.offset + entity.length, to);
    parent.append(text.slice(at, entity.offset));
    const node = wrapper(entity, text.slice(entity.offset, end), chat);
    fill(node, text, entities.slice(i + 1).filter(inner => inner.offset < end), entity.offset, end, chat);
    parent.append(node);
    at = end;
    if (node.tagName === 'BLOCKQUOTE' || node.tagName === 'PRE') while (text[at] === '\n' && at < to && text[at - 1] !== '\n') at++;
  }
  parent.append(text.slice(at, to));
}

function textOf(message) {
  return message.text || message.caption || '';
}

function textNode(message, chat) {
  const body = textOf(message);
  if (!body) return null;
  const node = make('div', 'text');
  fill(node, body, message.entities || message.caption_entities || [], 0, body.length, chat);
  return node;
}

/* No page is fetched, so a preview shows where its link leads and where a picture would be. */
function preview(message) {
  const options = message.link_preview_options || {};
  if (options.is_disabled || !message.text) return null;
  const first = (message.entities || []).find(entity => entity.type === 'text_link' || (entity.type === 'url' && entity.length > 4));
  const address = options.url || (first && (first.url || message.text.substr(first.offset, first.length)));
  if (!address || /^(tg|ton):/i.test(address)) return null;
  const node = link(withScheme(address), '');
  node.className = 'preview';
  const where = address.replace(/^[a-z]+:\/\//i, '').split('/');
  node.append(make('b', '', where[0]), make('span', '', decode(where.slice(1).join('/')) || address));
  if (options.prefer_large_media) {
    const picture = make('span', 'picture');
    picture.setAttribute('aria-hidden', 'true');
    if (/\.(png|jpe?g|webp|gif)([?#]|$)/i.test(address)) picture.textContent = decode(where[where.length - 1]);
    if (options.show_above_text) node.prepend(picture); else node.append(picture);
  }
  return node;
}

function decode(text) {
  try { return decodeURIComponent(text); } catch (e) { return text; }
}

function media(messages) {
  const photos = messages.filter(message => message.photo);
  const nodes = [];
  if (photos.length) {
    const grid = make('div', photos.length > 1 ? 'album' : 'single');
    grid.dataset.count = photos.length;
    for (const message of photos) {
      const size = message.photo[message.photo.length - 1];
      const photo = make('img');
      photo.src = '/sandbox/file/' + size.file_id;
      photo.width = size.width;
      photo.height = size.height;
      photo.loading = 'lazy';
      photo.alt = message.caption || SAY.photo;
      grid.append(photo);
    }
    nodes.push(grid);
  }
  for (const message of messages) {
    const file = message.document || message.video || message.animation || message.audio || message.voice;
    if (!file) continue;
    const node = make('a', 'file');
    node.href = '/sandbox/file/' + file.file_id;
    node.append(make('span', 'sheet-icon'), make('span', '', file.file_name || SAY.file), make('small', '', size(file.file_size)));
    nodes.push(node);
  }
  return nodes;
}

function size(bytes) {
  if (!bytes) return '';
  return bytes < 1024 ? bytes + ' B' : bytes < 1048576 ? (bytes / 1024).toFixed(1) + ' KB' : (bytes / 1048576).toFixed(1) + ' MB';
}

function keys(message, chat) {
  const grid = make('div', 'keys');
  for (const row of message.reply_markup.inline_keyboard) {
    const line = make('div');
    for (const button of row) line.append(key(button, message, chat));
    grid.append(line);
  }
  return grid;
}

function key(button, message, chat) {
  if (button.url) {
    const node = link(button.url, button.text);
    node.classList.add('key');
    return node;
  }
  const node = make('button', 'key', button.text);
  node.type = 'button';
  if (button.callback_data !== undefined) node.addEventListener('click', () => chat.press(message, button.callback_data, node));
  else if (button.copy_text) node.addEventListener('click', () => navigator.clipboard.writeText(button.copy_text.text));
  else if (button.switch_inline_query_current_chat !== undefined) node.addEventListener('click', () => chat.inline(button.switch_inline_query_current_chat));
  else if (button.switch_inline_query !== undefined) node.addEventListener('click', () => chat.inline(button.switch_inline_query));
  else node.disabled = true;
  return node;
}

/* Made once: each costs more than all its uses. */
const TIME = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });
const SECOND = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'medium' });
const DAY = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long' });
const DAY_OF_YEAR = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric' });
const THIS_YEAR = new Date().getFullYear();
const MOMENT = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'medium' });

function time(seconds) {
  return TIME.format(seconds * 1000);
}

function day(seconds) {
  const date = new Date(seconds * 1000);
  /* Browsers without Kazakh month names write "M11". */
  const past = date.getFullYear() !== THIS_YEAR;
  if (LANGUAGE === 'kk') return (past ? date.getFullYear() + ' жылғы ' : '') + date.getDate() + ' ' + SAY.months[date.getMonth()];
  return (past ? DAY_OF_YEAR : DAY).format(date);
}

function origin(message) {
  const from = message.forward_origin;
  if (!from) return null;
  const name = from.chat ? from.chat.title : from.sender_user ? from.sender_user.first_name : from.sender_user_name;
  return make('div', 'from', SAY.forwarded + ' ' + name);
}

function reply(message) {
  const to = message.reply_to_message;
  if (!to) return null;
  const node = make('div', 'reply');
  const who = to.from ? to.from.first_name : to.chat.title;
  node.append(make('b', '', who), make('span', '', textOf(to).slice(0, 90) || SAY.photo));
  return node;
}

/* Telegram's own message about what was pinned. */
function notice(message) {
  const line = make('div', 'day notice');
  const to = message.pinned_message;
  line.append(make('span', '', '📌 ' + SAY.pinnedPost + ': ' + (textOf(to).split('\n')[0].slice(0, 60) || SAY.photo)));
  return line;
}

function reactions(message) {
  if (!message.reactions || !message.reactions.length) return null;
  const node = make('div', 'reactions');
  for (const each of message.reactions) node.append(make('span', '', (each.type.emoji || '★') + ' ' + each.total_count));
  return node;
}

/* A bubble of one message, or of an album's several. */
function bubble(messages, chat) {
  const message = messages[0];
  if (message.pinned_message) return notice(message);
  const said = messages.find(textOf) || message;
  const node = make('article', 'post');
  node.tabIndex = -1;
  const body = textNode(said, chat);
  const card = preview(said);
  const cardAbove = card && (said.link_preview_options || {}).show_above_text;
  const mediaBelow = said.show_caption_above_media;
  const pictures = media(messages);
  if (message.from && chat && chat.names) node.append(make('div', 'from', message.from.first_name));
  const parts = [origin(message), message.via_bot ? make('div', 'from', SAY.via + ' @' + message.via_bot.username) : null, reply(message)];
  parts.push(rich(said));
  if (cardAbove) parts.push(card);
  if (mediaBelow) parts.push(body, ...pictures); else parts.push(...pictures, body);
  if (card && !cardAbove) parts.push(card);
  parts.push(reactions(said));
  const edited = messages.some(each => each.edit_date);
  const foot = make('div', 'foot');
  if (edited) foot.append(make('span', 'edited', SAY.edited + ' '));
  const when = make('time', '', time(message.date));
  when.dateTime = new Date(message.date * 1000).toISOString();
  when.title = '#' + message.message_id + ' · ' + MOMENT.format(message.date * 1000);
  foot.append(when);
  const seen = parts.filter(Boolean);
  /* Telegram writes the time behind the last line where there is room. */
  if (body && seen[seen.length - 1] === body) {
    node.classList.add('tail');
    body.dataset.foot = foot.textContent;
  }
  node.append(...seen, foot);
  if (pictures.length && !body && !pictures[pictures.length - 1].classList.contains('file')) node.classList.add('bare');
  const shell = make('div', 'shell');
  const more = make('button', 'more', '⋯');
  more.type = 'button';
  more.tabIndex = -1;
  more.setAttribute('aria-label', SAY.actions);
  more.setAttribute('aria-haspopup', 'menu');
  shell.append(node, more);
  if (said.reply_markup && said.reply_markup.inline_keyboard) shell.append(keys(said, chat));
  return shell;
}
