'use strict';
/* What can be done with one message: by its menu, and by links that lead to this very Telegram. */
const REACTIONS = ['👍', '❤', '🔥', '😢'];

function openActions(talk, post) {
  const message = talk.under(post)[0];
  if (!message) return;
  const menu = at('actions');
  menu.replaceChildren(...actionsOf(talk, message).map(([words, act, className]) => {
    const node = make('button', className || '', words);
    node.type = 'button';
    node.setAttribute('role', 'menuitem');
    node.addEventListener('click', () => { closeActions(); act(); });
    return node;
  }));
  menu.hidden = false;
  const box = post.getBoundingClientRect();
  const top = Math.max(8, Math.min(Math.max(box.top, 60) + 24, innerHeight - menu.offsetHeight - 8));
  menu.style.top = top + 'px';
  menu.style.left = Math.max(8, Math.min(box.right - 40, innerWidth - menu.offsetWidth - 8)) + 'px';
  menu.opener = post;
  menu.firstChild.focus();
}

function actionsOf(talk, message) {
  const target = { person: state.person, language: at('language').value, message: message.message_id };
  if (talk !== channelTalk) {
    const reply = [SAY.reply, () => chatComposer.about('reply', message)];
    return talk.chat.own(message) && message.text ? [reply, [SAY.edit, () => chatComposer.about('edit', message)]] : [reply];
  }
  return [
    ...REACTIONS.map(emoji => [emoji, () => order('react', { ...target, emoji }), 'emoji']),
    [SAY.forward, () => { open('chat'); enter(state.person); order('forward', { ...target, chat: state.person }); }],
    ...(message.text ? [[SAY.editByHand, () => postComposer.about('edit', message)]] : []),
    [SAY.deleteByHand, () => order('delete', target), 'bad'],
  ];
}

function closeActions() {
  const menu = at('actions');
  if (menu.hidden) return;
  menu.hidden = true;
  if (menu.opener && menu.opener.isConnected) menu.opener.focus({ preventScroll: true });
}

at('actions').addEventListener('keydown', event => {
  const step = { ArrowUp: 'previousElementSibling', ArrowLeft: 'previousElementSibling', ArrowDown: 'nextElementSibling', ArrowRight: 'nextElementSibling' }[event.key];
  if (event.key === 'Escape' || event.key === 'Tab') { event.preventDefault(); event.stopPropagation(); closeActions(); }
  if (!step) return;
  event.preventDefault();
  const next = document.activeElement[step];
  if (next) next.focus();
});

document.addEventListener('click', event => {
  const more = event.target.closest('.more');
  if (more) return openActions(more.closest('#posts') ? channelTalk : chatTalk, more.closest('.shell').firstChild);
  if (!at('actions').contains(event.target)) at('actions').hidden = true;
  const anchor = event.target.closest('.posts a[href], .pinned a[href]');
  const act = anchor && inside(anchor.href);
  if (!act) return;
  event.preventDefault();
  act();
});

document.addEventListener('contextmenu', event => {
  const post = event.target.closest('.post');
  if (!post || event.target.closest('a') || String(getSelection())) return;
  event.preventDefault();
  openActions(post.closest('#posts') ? channelTalk : chatTalk, post);
});

/* Links to this channel's posts and to this bot lead nowhere outside: they are followed here. */
function inside(address) {
  let url;
  try { url = new URL(address); } catch (e) { return null; }
  let [name, post] = url.pathname.split('/').filter(Boolean);
  let start = url.searchParams.get('start');
  if (url.protocol === 'tg:' && url.host + url.pathname.replaceAll('/', '') === 'resolve') {
    name = url.searchParams.get('domain');
    post = url.searchParams.get('post');
  } else if (!/^(www\.)?(t|telegram)\.me$/.test(url.hostname)) {
    return null;
  }
  if (name === 'c') {
    const parts = url.pathname.split('/').filter(Boolean);
    const room = Number('-100' + parts[1]);
    if (!state.chats.has(room)) return null;
    return () => reveal(room, Number(parts[2]));
  }
  const same = other => name && other && name.toLowerCase() === other.toLowerCase();
  if (same(state.bot.username)) return () => { open('chat'); enter(state.person); say(start ? '/start ' + start : '/start'); };
  if (same(state.chats.get(state.channel).username)) return () => reveal(state.channel, Number(post) || 0);
  return null;
}

function reveal(room, message) {
  const talk = room === state.channel ? channelTalk : chatTalk;
  open(room === state.channel ? 'channel' : 'chat');
  if (talk === chatTalk && room !== state.room) enter(room);
  if (!message) talk.toEnd();
  else if (!talk.reveal(message)) toast(SAY.gone);
}
